using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Conversations;

public sealed class HomeTenantTests : IDisposable
{
    private readonly TeamsUnderTest _test = new();

    [Fact]
    public async Task The_bot_is_at_home_in_its_own_tenant_once_it_was_spoken_to_there()
    {
        Assert.Null(_test.Bots.Home);

        await _test.KnowsAllAsync();

        Assert.Equal("teams:tenant-1", _test.Bots.Home);
    }

    [Fact]
    public async Task Another_tenant_is_no_home_where_the_own_one_is_not_known()
    {
        using var test = new TeamsUnderTest(options => options with { TenantId = "own", AllowedTenants = ["own", "guest"] });
        await test.LearnAsync(In("stranger"));
        Assert.Null(test.Bots.Home);

        await test.LearnAsync(In("guest"));
        Assert.Equal("teams:guest", test.Bots.Home);

        await test.LearnAsync(In("own"));
        Assert.Equal("teams:own", test.Bots.Home);
    }

    [Fact]
    public async Task A_room_is_opened_in_the_channel_that_a_setting_names()
    {
        await _test.KnowsAllAsync();
        _test.Connector.On("GET /conversations", $$"""{"conversations":[{"id":"{{TeamsUnderTest.Team}}"},{"id":"{{Channel}}","name":"Incidents"}]}""");
        _test.Connector.On("POST /v3/conversations", $$"""{"id":"{{Channel}};messageid=200","activityId":"200"}""");
        var named = new Place(new(_test.Bots.Home!, "incidents"));

        var room = await _test.Bots.OpenRoomAsync(new("INC-1", named, "inc-1", "Topic", false, new(PersonRef.Machine(_test.Bots.Home!, "alertmanager"), "Alertmanager"), []), Ct);

        Assert.Equal(new Place(InChannel, "200"), room.Place);
        Assert.Equal(RoomKind.Thread, _test.Bots.CapabilitiesAt(named.Channel).Rooms);
    }

    public void Dispose() => _test.Dispose();

    private static JsonObject In(string tenant)
    {
        var said = Said("channel", $"{Channel};messageid=100");
        said["conversation"]!["tenantId"] = tenant;
        said["channelData"]!["tenant"]!["id"] = tenant;
        return said;
    }
}
