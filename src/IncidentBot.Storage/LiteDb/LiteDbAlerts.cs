using IncidentBot.Core.Alerts;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbAlerts(LiteDbFile file) : IAlerts
{
    public Task<IReadOnlyList<Alert>> FindAsync(string workspace, string source, IReadOnlyList<string> fingerprints, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Alert>>(db =>
        [.. LiteDbRows.FindMany<Alert>(db, StoredAggregate.Alerts, fingerprints.Select(fingerprint => Alert.KeyOf(workspace, source, fingerprint))).Select(Versioned)], ct);

    public Task<Alert?> LastOfGroupAsync(string workspace, string source, string group, CancellationToken ct) => file.ReadAsync(db =>
        LiteDbRows.Range<Alert>(db, StoredAggregate.Alerts, Column.Group, Column.Beginning(workspace, source, Column.Hash(group)), limit: 1, newestFirst: true) is [var last] ? Versioned(last) : null, ct);

    public Task<IReadOnlyList<Alert>> OfIncidentAsync(IncidentId incident, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Alert>>(db =>
        [.. LiteDbRows.Range<Alert>(db, StoredAggregate.Alerts, Column.Incident, Column.Beginning(incident.Key)).Select(Versioned)], ct);

    public Task<AlertLoad?> LoadAsync(string workspace, CancellationToken ct) => file.ReadAsync(db =>
        LiteDbRows.Find<AlertLoad>(db, StoredAggregate.AlertLoads, workspace) is { } row ? row.Value with { Version = row.Version } : null, ct);

    private static Alert Versioned((Alert Value, int Version) row) => row.Value with { Version = row.Version };
}
