using IncidentBot.Http;
using IncidentBot.Teams;
using IncidentBot.Teams.Auth;
using IncidentBot.Tests.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>Activities that were collected elsewhere.</summary>
public sealed class CollectedActivitiesTests
{
    private static readonly TeamsOptions Trial = new() { AppId = "", AllowAnonymous = true };

    [Fact]
    public void A_test_client_on_this_machine_is_heard()
    {
        var local = FixtureActivities.Read().Where(one => one.Activity.Text("channelId") == "msteams" && Uri.TryCreate(one.Activity.Text("serviceUrl"), UriKind.Absolute, out var url) && url.IsLoopback).ToList();
        Assert.NotEmpty(local);
        Assert.All(local, one => Assert.Null(ActivityRules.Refuses(one.Activity, null, Trial)));
    }

    [Fact]
    public void Without_tokens_none_is_heard_where_tokens_are_asked_for() =>
        Assert.All(FixtureActivities.Read(), one => Assert.NotNull(ActivityRules.Refuses(one.Activity, null, AuthenticationUnderTest.Options)));
}
