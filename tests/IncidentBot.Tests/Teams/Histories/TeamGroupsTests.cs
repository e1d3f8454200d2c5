using System.Net;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Histories;
using Xunit;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class TeamGroupsTests : IDisposable
{
    private const string TeamPath = "teams/v3/teams/19:team@thread.tacv2";

    private readonly GraphUnderTest _test = new(group: null);

    [Fact]
    public async Task The_group_that_no_activity_told_is_asked_for_once()
    {
        _test.Connector.On(TeamPath, """{"id":"19:team@thread.tacv2","name":"Shop","aadGroupId":"group-7"}""");

        for (var times = 0; times < 2; times++)
            Assert.Equal("group-7", await _test.Get<TeamGroups>().FindAsync(GraphUnderTest.Room(null).Channel, GraphUnderTest.Ct));

        Assert.Single(_test.Connector.Calls);
    }

    [Fact]
    public async Task A_channel_of_an_unknown_team_is_refused() =>
        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Get<TeamGroups>().FindAsync(TeamsIds.Channel(GraphUnderTest.Tenant, "19:other"), GraphUnderTest.Ct))).Fault);

    [Fact]
    public async Task A_team_that_cannot_be_asked_now_is_asked_later()
    {
        _test.Connector.On(TeamPath, _ => ScriptedGraph.Refusal(HttpStatusCode.ServiceUnavailable, "ServiceError", "5"));

        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Get<TeamGroups>().FindAsync(GraphUnderTest.Room(null).Channel, GraphUnderTest.Ct))).Fault);
    }

    public void Dispose() => _test.Dispose();
}
