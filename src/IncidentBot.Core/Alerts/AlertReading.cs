using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>Reads what a decision on alerts needs.</summary>
internal static class AlertReading
{
    public static async Task<Situation> ReadAsync(IStore store, AlertsHeard heard, Situation now, CancellationToken ct)
    {
        var workspace = heard.Place.Channel.Workspace;
        var known = await store.Alerts.FindAsync(workspace, heard.Source, [.. heard.Alerts.Select(alert => alert.Fingerprint).Distinct()], ct);
        var group = await store.Alerts.LastOfGroupAsync(workspace, heard.Source, heard.Group, ct);
        IncidentId[] named = [.. known.Append(group).Select(alert => alert?.Incident).OfType<IncidentId>().Distinct()];
        var incidents = await IncidentReading.WithAsync(store, now.Incidents, named, ct);
        // Of the open ones those too that an alert may join by its service.
        var services = heard.Alerts.Select(alert => alert.Service).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var related = incidents.Where(incident => named.Contains(incident.Id) || (incident.Service is { } service && services.Contains(service))).Select(incident => incident.Id).ToList();
        var ofIncidents = new List<Alert>();
        foreach (var id in related) ofIncidents.AddRange(await store.Alerts.OfIncidentAsync(id, ct));
        return now with { Incidents = incidents, Alerts = new(known, ofIncidents, group?.Incident, await store.Alerts.LoadAsync(workspace, ct)) };
    }
}
