using IncidentBot.Core.Chat;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Rooms;

public sealed class RoomOpeningTests : IAsyncLifetime
{
    private readonly TeamsUnderTest _test = new();

    public async ValueTask InitializeAsync()
    {
        await _test.KnowsAllAsync();
        _test.Connector.On("POST /v3/conversations", """{"id":"19:incidents@thread.tacv2;messageid=200","activityId":"200"}""");
        _test.Connector.On("/activities", """{"id":"201"}""");
    }

    [Fact]
    public async Task A_room_is_a_thread_under_the_living_card()
    {
        var room = await OpenAsync();

        Assert.Equal((new Place(InChannel, "200"), new MessageRef(InChannel, "200"), "SRE / Incidents"), (room.Place, room.Head, room.Name));
        Assert.Contains("The living card", Assert.Single(_test.Connector.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_finds_the_room_that_it_opened_also_after_a_restart()
    {
        var room = await OpenAsync();
        _test.Restart();

        Assert.Equal(room.Place, (await OpenAsync()).Place);
        Assert.Single(_test.Connector.Calls);
    }

    [Fact]
    public async Task People_are_asked_in_by_a_mention_each_once()
    {
        var room = await OpenAsync(Person("aad-ana"));
        await _test.Bots.InviteAsync(room.Place, [Person("aad-ana")], Ct);

        Assert.Contains("29:ana", Assert.Single(_test.Connector.To("POST /activities")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_room_is_refused_with_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<ChatException>(() => _test.Bots.OpenRoomAsync(Request() with { Private = true }, Ct));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("private channel", refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<OpenedRoom> OpenAsync(params PersonRef[] invite) => _test.Bots.OpenRoomAsync(Request(invite), Ct);

    private static OpenRoom Request(params PersonRef[] invite) => new("INC-1", new(InChannel, "100"), "inc-1", "Topic", false, new(Person("aad-ben"), "Ben"), invite)
    {
        Head = new(new(InChannel), Card.Of("The living card"), "incident:INC-1"),
    };
}
