using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbPostmortems(LiteDbFile file) : IPostmortems
{
    public Task<Postmortem?> FindAsync(IncidentId incident, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<Postmortem>(db, StoredAggregate.Postmortems, incident.Key) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<Postmortem>> UnpublishedAsync(CancellationToken ct) => file.ReadAsync<IReadOnlyList<Postmortem>>(db =>
        [.. LiteDbRows.Range<Postmortem>(db, StoredAggregate.Postmortems, Column.State, Column.Beginning(Column.Open)).Select(Versioned)], ct);

    private static Postmortem Versioned((Postmortem Value, int Version) row) => row.Value with { Version = row.Version };
}
