using IncidentBot.Core.Alerts;
using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class AlertContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task Alerts_are_found_by_their_fingerprints_in_their_workspace_and_source()
    {
        await CommitAsync(Sample.Commit(Sample.Alert("f1"), Sample.Alert("f2"), Sample.Alert("f3"), Sample.Alert("f1") with { Source = "alerts" }, Sample.Alert("f1") with { Workspace = "other" }));
        await RestartAsync();
        var found = await Store.Alerts.FindAsync(Sample.Workspace, "alertmanager", ["f1", "f3", "f4", "f1"], Ct);
        Assert.Equal([("f1", 1), ("f3", 1)], found.OrderBy(alert => alert.Fingerprint).Select(alert => (alert.Fingerprint, alert.Version)));
        Assert.Empty(await Store.Alerts.FindAsync(Sample.Workspace, "alertmanager", [], Ct));
    }

    [Fact]
    public async Task Of_a_group_the_last_alert_that_belongs_to_an_incident_is_found()
    {
        var longGroup = new string('g', 3000);
        await CommitAsync(Sample.Commit(Sample.Alert("f1", longGroup, incident: 1, minute: 5), Sample.Alert("f2", longGroup, incident: 2, minute: 9), Sample.Alert("f3", longGroup, incident: null, minute: 12), Sample.Alert("f4", longGroup + "h", incident: 3, minute: 20)));
        Assert.Equal("f2", (await Store.Alerts.LastOfGroupAsync(Sample.Workspace, "alertmanager", longGroup, Ct))?.Fingerprint);
        Assert.Null(await Store.Alerts.LastOfGroupAsync(Sample.Workspace, "alertmanager", "g", Ct));
    }

    [Fact]
    public async Task Alerts_of_an_incident_are_found_by_when_they_began_to_fire()
    {
        await CommitAsync(Sample.Commit(Sample.Alert("f1", minute: 5), Sample.Alert("f2", minute: 2), Sample.Alert("f3", incident: 11), Sample.Alert("f4", incident: null)));
        Assert.Equal(["f2", "f1"], (await Store.Alerts.OfIncidentAsync(new(Sample.Workspace, 1), Ct)).Select(alert => alert.Fingerprint));
    }

    [Fact]
    public async Task What_alerts_made_of_themselves_is_kept()
    {
        await CommitAsync(Sample.Commit(new AlertLoad { Workspace = Sample.Workspace, Declared = [Sample.Time] }));
        await RestartAsync();
        Assert.Equal([Sample.Time], (await Store.Alerts.LoadAsync(Sample.Workspace, Ct))?.Declared);
        Assert.Null(await Store.Alerts.LoadAsync("other", Ct));
    }
}
