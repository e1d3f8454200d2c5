using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Alerts;

public sealed class AlertStories
{
    private readonly AlertScene _scene = new();

    private Story Story => _scene.Story;

    [Fact]
    public async Task An_alert_declares_an_incident_with_the_time_of_its_detection()
    {
        var began = _scene.Now.AddMinutes(-2);
        await _scene.Notifies(_scene.Fires());

        var incident = await _scene.Incident();
        Assert.Equal(("Checkout answers 5 % of requests with errors", Severity.Sev1, false, "checkout", IncidentStatus.Investigating), (incident.Title, incident.Severity, incident.SeverityAssumed, incident.Service, incident.Status));
        Assert.Equal(new Milestone(MilestoneKind.Detected, began, AlertScene.Alertmanager, "alert HighErrorRate, firing since 2026-11-22 13:58:00 UTC"), incident.Reached(MilestoneKind.Detected));
        Assert.Null(incident.Reached(MilestoneKind.Started));
        Assert.Contains("http://prometheus.example/graph?g0.expr=errors", incident.Latest(FactKind.Detection)!.Text, StringComparison.Ordinal);
        Story.Hears("INC-1 · Checkout answers 5 % of requests with errors");
        Story.Hears("One alert fires");
        Assert.DoesNotContain(Story.LastHeard, heard => heard.OnlyTo is not null);
        Assert.Contains(Story.LastHeard, heard => heard.Place == Some.Place("incidents"));
    }

    [Fact]
    public async Task Repeats_and_the_twin_of_a_pair_change_nothing()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await _scene.Notifies(alert);
        Story.HearsNothing();
        await Story.Passes(TimeSpan.FromHours(4));
        await _scene.Notifies(alert with { Summary = "said a little otherwise" });

        Story.HearsNothing();
        Assert.Equal(1, await _scene.Incidents());
        Assert.Single(_scene.Entries);
    }

    [Fact]
    public async Task A_start_that_is_known_to_be_earlier_by_its_end_ends_the_alert_all_the_same()
    {
        var late = _scene.Fires(since: 2);
        var early = late with { StartsAt = _scene.Now.AddMinutes(-5) };
        await _scene.Notifies(late);
        await _scene.Notifies(early with { Firing = false, EndsAt = _scene.Now.AddMinutes(-3) }); // over before it fired again
        Assert.Equal(new AlertTally(1, 0), (await _scene.Incident()).Alerts);
        await Story.Passes(TimeSpan.FromMinutes(5));
        await _scene.Notifies(_scene.Over(early));
        Assert.Equal(new AlertTally(0, 1), (await _scene.Incident()).Alerts);
        Story.Hears("All alerts of this incident are resolved");
        Assert.Equal(2, _scene.Entries.Count());
    }

    [Fact]
    public async Task A_further_alert_of_the_group_joins_its_incident()
    {
        await _scene.Notifies(_scene.Fires());
        await Story.Passes(TimeSpan.FromMinutes(5));
        await _scene.Notifies(_scene.Fires("f2", since: 1, name: "HighLatency"));

        Assert.Equal(1, await _scene.Incidents());
        Story.Hears("2 alerts fire");
        Assert.Contains("Alerts: 2 firing", await Story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
        Assert.Equal(2, _scene.Entries.Count());
    }

    [Fact]
    public async Task An_alert_that_two_groups_name_belongs_to_one_incident()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await _scene.NotifiesOf("everything", alert, _scene.Fires("f2"));

        Assert.Equal(1, await _scene.Incidents());
        Assert.Equal(new AlertTally(2, 0), (await _scene.Incident()).Alerts);
    }

    [Fact]
    public async Task Two_groups_are_two_incidents()
    {
        await _scene.Notifies(_scene.Fires());
        await _scene.NotifiesOf("search", _scene.Fires("f9", service: "search"));

        Assert.Equal(2, await _scene.Incidents());
    }

    [Fact]
    public async Task When_all_alerts_are_resolved_the_incident_stays_open_until_somebody_says_so()
    {
        var (one, two) = (_scene.Fires(), _scene.Fires("f2", name: "HighLatency"));
        await _scene.Notifies(one, two);
        await Story.Passes(TimeSpan.FromMinutes(10));
        await _scene.Notifies(_scene.Over(one), two);
        Story.Hears("One alert fires, 1 resolved");
        await Story.Passes(TimeSpan.FromMinutes(10));
        await _scene.Notifies(_scene.Over(two));

        Story.Hears("All alerts of this incident are resolved (HighLatency, HighErrorRate). /incident resolve when users are fine.");
        Assert.True((await _scene.Incident()).IsOpen);
        Assert.Contains(_scene.Entries, text => text.StartsWith("Alert HighLatency is resolved, after 22 minutes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_resolved_before_it_was_heard_to_fire_declares_nothing()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(_scene.Over(alert));
        await _scene.Notifies(alert);

        Assert.Equal(0, await _scene.Incidents());
        Story.HearsNothing();
    }

    [Fact]
    public async Task An_older_notification_that_comes_late_changes_nothing()
    {
        var first = _scene.Fires(since: 30);
        await _scene.Notifies(first);
        await _scene.Notifies(_scene.Over(first));
        await _scene.Notifies(_scene.Fires(since: 0));
        await _scene.Notifies(_scene.Over(first));

        Story.HearsNothing();
        Assert.Equal(new AlertTally(1, 0), (await _scene.Incident()).Alerts);
    }

    [Fact]
    public async Task What_fires_again_soon_after_the_resolution_is_told_in_the_room_with_a_way_to_reopen()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await _scene.Notifies(_scene.Over(alert));
        await Story.Says("ana", "/incident resolve rolled back");
        await Story.Passes(TimeSpan.FromMinutes(20));
        await _scene.Notifies(_scene.Fires(since: 1));

        Story.Hears("INC-1 is resolved, and its alert fires again");
        Assert.Equal(1, await _scene.Incidents());
        await Story.Presses("ana", "Reopen");
        Assert.True((await _scene.Incident()).IsOpen);
    }

    [Fact]
    public async Task What_fires_again_later_is_another_incident()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await _scene.Notifies(_scene.Over(alert));
        await Story.Says("ana", "/incident resolve rolled back");
        await Story.Passes(TimeSpan.FromHours(2));
        await _scene.Notifies(_scene.Fires(since: 1));

        Assert.Equal(2, await _scene.Incidents());
        Assert.False((await _scene.Incident()).IsOpen);
    }

    [Fact]
    public async Task An_alert_of_unknown_severity_declares_an_incident_of_assumed_severity()
    {
        await _scene.Notifies(_scene.Fires(severity: "purple"));

        Assert.True((await _scene.Incident()).SeverityAssumed);
    }

    [Fact]
    public async Task A_secret_in_an_alert_reaches_nobody()
    {
        var secret = "AKIA" + "IOSFODNN7EXAMPLE";
        await _scene.Notifies(_scene.Fires() with { Summary = $"Key {secret} is refused", Url = $"http://prometheus.example/?key={secret}" });

        Assert.DoesNotContain(secret, (await _scene.Incident()).Title, StringComparison.Ordinal);
        Story.HearsNot(secret);
        Assert.DoesNotContain(_scene.Entries, text => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_of_a_clock_that_is_ahead_is_detected_when_it_is_declared()
    {
        await _scene.Notifies(_scene.Fires(since: -5));

        var incident = await _scene.Incident();
        Assert.Equal(incident.DeclaredAt, incident.Reached(MilestoneKind.Detected)!.At);
    }

    [Theory]
    [InlineData(RoomKind.Thread)]
    [InlineData(RoomKind.Chat)]
    public async Task It_declares_wherever_a_room_can_be(RoomKind kind)
    {
        var scene = new AlertScene(kind: kind);
        await scene.Notifies(scene.Fires());
        await scene.NotifiesOf("search", scene.Fires("f9", service: "search"));

        Assert.Equal(kind is RoomKind.Chat ? 1 : 2, await scene.Incidents());
        Assert.NotNull((await scene.Incident()).Room);
    }

    [Fact]
    public async Task Nobody_tries_to_speak_to_the_monitoring()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await Story.Says("ana", "/incident action Add a canary");
        await Story.Says("ana", "/incident resolve rolled back");
        await Story.Does(new RoomGone(_scene.Now, Some.Ana, Story.Room));
        for (var days = 0; days < 40; days++) await Story.Passes(TimeSpan.FromDays(1));

        Assert.DoesNotContain(Story.Chat.Heard, heard => heard.OnlyTo is { IsMachine: true } || heard.Place.Channel.Id.Contains("machine", StringComparison.Ordinal));
        Assert.DoesNotContain(Story.Chat.Invited, invited => invited.Person.IsMachine);
        Assert.Contains(Story.Chat.Heard, heard => heard.Words.Contains("Add a canary", StringComparison.Ordinal) && heard.Place == Some.Place("incidents"));
    }

    [Fact]
    public async Task Where_no_room_can_be_opened_everybody_in_the_channel_is_told_how_to_go_on()
    {
        Story.Chat.Fails = verb => verb == "open-room" ? new ChatException(ChatFault.Refused, "restricted_action") : null;
        await _scene.Notifies(_scene.Fires());

        Story.Hears("No room could be opened for it (restricted_action)");
        Assert.Equal(Some.Place("incidents"), Assert.Single(Story.LastHeard).Place);
    }
}
