using IncidentBot.Core.Alerts;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Alerts;

/// <summary>Alerts that are less bad than those that declare an incident.</summary>
public sealed class SmallAlertStories
{
    private readonly AlertScene _scene = new();

    private Story Story => _scene.Story;

    [Fact]
    public async Task A_small_alert_is_noted_on_an_open_incident_of_its_service()
    {
        await Story.Says("ana", "/incident start checkout is failing service:Checkout");
        await _scene.Notifies(_scene.Fires(severity: "info"));

        Assert.Equal(1, await _scene.Incidents());
        Assert.Equal(new AlertTally(1, 0), (await _scene.Incident()).Alerts);
        Assert.Null((await _scene.Incident()).Reached(MilestoneKind.Detected));
        Assert.Single(_scene.Entries);
    }

    [Fact]
    public async Task A_small_alert_of_no_incident_is_told_once_in_the_channel()
    {
        var alert = _scene.Fires(severity: "info");
        await _scene.Notifies(alert);
        Assert.Equal(Some.Place("incidents"), Assert.Single(Story.LastHeard).Place);
        Story.Hears("too small to declare an incident");
        await _scene.Notifies(alert, alert);

        Story.HearsNothing();
        Assert.Equal(0, await _scene.Incidents());
    }

    [Fact]
    public async Task A_private_incident_gets_no_alerts_by_its_service()
    {
        await Story.Says("ana", "/incident start private card data in a log service:checkout");
        await _scene.Notifies(_scene.Fires(severity: "info"));

        Assert.Empty(_scene.Entries);
        Story.Hears("too small to declare an incident");
    }
}
