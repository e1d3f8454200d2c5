using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbPostmortemVersions(LiteDbFile file) : IPostmortemVersions
{
    public Task<PostmortemVersion?> FindAsync(IncidentId incident, int number, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<PostmortemVersion>(db, StoredAggregate.PostmortemVersions, PostmortemVersion.KeyOf(incident, number)) is { } row ? row.Value with { Version = row.Version } : null, ct);
}
