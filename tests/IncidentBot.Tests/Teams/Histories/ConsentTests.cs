using System.Net;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Histories;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class ConsentTests : IDisposable
{
    private static readonly Person Ana = new(TeamsIds.Person(GraphUnderTest.Tenant, "oid-ana"), "Ana");
    private static readonly Place Thread = GraphUnderTest.Room("1");

    private readonly GraphUnderTest _test = new();

    [Theory]
    [InlineData("1", "ChannelMessage.Read.Group", "owner of the team")]
    [InlineData(null, "ChatMessage.Read.Chat", "adding it again")]
    public async Task What_may_not_be_read_is_said_with_the_permission_and_who_grants_it(string? thread, string permission, string how)
    {
        RefuseAll();

        var refused = await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(thread is null ? GraphUnderTest.ChatRoom : Thread, Start));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains(permission, refused.Message, StringComparison.Ordinal);
        Assert.Contains(how, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_is_told_once_that_it_is_heard_partly()
    {
        RefuseAll();
        _test.Get<NewRooms>().Heard([new CommandGiven(Start, Ana, GraphUnderTest.Room("7"), "start checkout fails")]);

        for (var times = 0; times < 2; times++) await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(Thread, Start));
        await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(GraphUnderTest.Room("2"), Start));

        Assert.Equal([Thread, GraphUnderTest.Room("2")], _test.Inbox.Deliveries.Select(Told).OrderBy(told => told.Place.Thread).Select(told => told.Place));
        Assert.All(_test.Inbox.Deliveries, told => Assert.Equal((Translators.Own, Thread.Channel.ToString(), Ana), (told.Adapter, told.OrderKey, Told(told).By)));
    }

    [Fact]
    public async Task A_room_in_which_nobody_is_known_yet_is_told_later()
    {
        RefuseAll();
        await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(Thread, Start));
        Assert.Empty(_test.Inbox.Deliveries);

        _test.Get<NewRooms>().Heard([new ButtonPressed(Start, Ana, Thread, null, "incident.status", "INC-1")]);
        await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(Thread, Start));

        Assert.Single(_test.Inbox.Deliveries);
    }

    [Fact]
    public async Task A_channel_is_read_soon_after_the_bot_was_spoken_to_until_that_went_well()
    {
        var (rooms, requests) = (_test.Get<NewRooms>(), _test.Get<HistoryRequests>());
        await rooms.StartAsync(GraphUnderTest.Ct);
        var direct = new CommandGiven(Start, Ana, new(TeamsIds.Personal(GraphUnderTest.Tenant, "a:1")), "list");
        var command = new CommandGiven(Start, Ana, Thread, "start here");

        rooms.Heard([direct, command, new MessagePosted(Start, Ana, Thread, new(Thread.Channel, "9"), "hello"), command]);
        await _test.PassingTimeAsync(AskedAsync(requests), TimeSpan.FromSeconds(1));
        Assert.Equal(new(Thread.Channel.Workspace, Thread.Channel.Id), requests.Next());
        Assert.Null(requests.Next());

        _test.HasThread(Said("1", 0));
        await _test.ReadAsync(Thread, Start);
        await rooms.Hearing((_, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([command]))(new("1", "teams", "c", "{}", Start), GraphUnderTest.Ct);
        rooms.Heard([new CommandGiven(Start, Ana, GraphUnderTest.ChatRoom, "status")]);
        await _test.PassingTimeAsync(AskedAsync(requests), TimeSpan.FromSeconds(1));
        Assert.Equal(GraphUnderTest.ChatRoom.Channel.Id, requests.Next()?.Channel);
        Assert.Null(requests.Next());
        await rooms.StopAsync(GraphUnderTest.Ct);
    }

    public void Dispose() => _test.Dispose();

    private static async Task<bool> AskedAsync(HistoryRequests requests)
    {
        await requests.WaitAsync(GraphUnderTest.Ct);
        return true;
    }

    private static RoomHeardPartly Told(Delivery delivery) => Assert.IsType<RoomHeardPartly>(BotJson.Read<ChatEvent>(delivery.Body));

    private void RefuseAll()
    {
        foreach (var path in (string[])[$"{GraphUnderTest.Messages}/1", $"{GraphUnderTest.Messages}/2", GraphUnderTest.ChatMessages]) _test.Refuses(path, HttpStatusCode.Forbidden, "Forbidden");
    }
}
