using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbLuckyBreaks(LiteDbFile file) : ILuckyBreaks
{
    public Task<LuckyBreak?> FindAsync(LuckyBreakId id, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<LuckyBreak>(db, StoredAggregate.LuckyBreaks, id.Key) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<LuckyBreak>> OfIncidentAsync(IncidentId incident, CancellationToken ct) => RangeAsync(Column.Incident, LiteDbKey.Range(Column.Incident, Column.Beginning(incident.Key)), ct);

    public Task<IReadOnlyList<LuckyBreak>> ListAsync(string workspace, int limit, CancellationToken ct) =>
        RangeAsync(Column.Listed, LiteDbKey.Range(Column.Listed, Column.Beginning(workspace)), ct, limit, newestFirst: true);

    public Task<IReadOnlyList<LuckyBreak>> DueAsync(DateOnly day, CancellationToken ct) => RangeAsync(Column.Due, LiteDbKey.Range(Column.Due, "", Column.Of(day) + '\uffff'), ct);

    private Task<IReadOnlyList<LuckyBreak>> RangeAsync(string column, BsonExpression range, CancellationToken ct, int limit = int.MaxValue, bool newestFirst = false) =>
        file.ReadAsync<IReadOnlyList<LuckyBreak>>(db => [.. LiteDbRows.Range<LuckyBreak>(db, StoredAggregate.LuckyBreaks, column, range, limit, newestFirst).Select(Versioned)], ct);

    private static LuckyBreak Versioned((LuckyBreak Value, int Version) row) => row.Value with { Version = row.Version };
}
