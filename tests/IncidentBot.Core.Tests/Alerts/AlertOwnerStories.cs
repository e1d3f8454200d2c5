using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Alerts;

/// <summary>To which incident an alert belongs, and to which no more.</summary>
public sealed class AlertOwnerStories
{
    private readonly AlertScene _scene = new();

    private Story Story => _scene.Story;

    [Fact]
    public async Task Another_alert_of_its_group_soon_after_the_resolution_is_another_incident()
    {
        var alert = _scene.Fires();
        await _scene.Notifies(alert);
        await _scene.Notifies(_scene.Over(alert));
        await Story.Says("ana", "/incident resolve rolled back");
        await Story.Passes(TimeSpan.FromMinutes(20));
        await _scene.Notifies(_scene.Fires("f2", since: 1, name: "DiskFull"));

        Assert.Equal(2, await _scene.Incidents());
        Story.HearsNot("fires again");
    }

    [Fact]
    public async Task An_incident_whose_room_is_gone_takes_no_alerts_that_nobody_would_hear_of()
    {
        await _scene.Notifies(_scene.Fires());
        await Story.Does(new RoomGone(_scene.Now, Some.Ana, Story.Room));
        await _scene.Notifies(_scene.Fires("f2", since: 1, name: "HighLatency"));

        Assert.True((await _scene.Incident()).IsOpen);
        Assert.Equal(2, await _scene.Incidents());
        Story.Hears("One alert fires");
    }

    [Fact]
    public async Task A_small_alert_that_fires_again_much_later_is_no_longer_of_the_incident_that_is_over()
    {
        await Story.Says("ana", "/incident start checkout is failing service:checkout");
        var alert = _scene.Fires(severity: "info");
        await _scene.Notifies(alert);
        await _scene.Notifies(_scene.Over(alert));
        await Story.Says("ana", "/incident resolve rolled back");
        var entries = _scene.Entries.Count();
        await Story.Passes(TimeSpan.FromHours(3));
        var again = _scene.Fires(since: 1, severity: "info");
        await _scene.Notifies(again);
        Story.Hears("too small to declare an incident");
        await _scene.Notifies(_scene.Over(again));

        Assert.Equal(entries, _scene.Entries.Count());
        Assert.Equal(new AlertTally(0, 1), (await _scene.Incident()).Alerts);
    }

    [Fact]
    public async Task The_class_of_its_incident_is_the_name_of_the_alert_cleaned_and_cut()
    {
        var secret = "AKIA" + "IOSFODNN7EXAMPLE";
        await _scene.NotifiesOf("a", _scene.Fires("f1", name: "HighErrorRate"));
        await _scene.NotifiesOf("b", _scene.Fires("f2", name: $"{secret} {new string('x', 1000)}", service: "b"));
        await _scene.NotifiesOf("c", _scene.Fires("f3", name: "", service: "c"));

        Assert.Equal("HighErrorRate", (await _scene.Incident(1)).Class);
        Assert.InRange((await _scene.Incident(2)).Class!.Length, 1, 60);
        Assert.DoesNotContain(secret, (await _scene.Incident(2)).Class, StringComparison.Ordinal);
        Assert.Null((await _scene.Incident(3)).Class);
    }
}
