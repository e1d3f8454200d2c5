using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbTimeline(LiteDbFile file) : ITimeline
{
    public const string Sort = "sort";

    public Task<TimelineEntry?> FindAsync(IncidentId incident, string id, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<TimelineEntry>(db, LiteDbSchema.Timeline, KeyOf(incident, id)) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<TimelineEntry>> FindAsync(IncidentId incident, IReadOnlyList<string> ids, CancellationToken ct) =>
        file.ReadAsync<IReadOnlyList<TimelineEntry>>(db => [.. LiteDbRows.FindMany<TimelineEntry>(db, LiteDbSchema.Timeline, ids.Select(id => KeyOf(incident, id))).Select(Versioned)], ct);

    public Task<IReadOnlyList<TimelineEntry>> PageAsync(IncidentId incident, string? after, int limit, CancellationToken ct) =>
        file.ReadAsync<IReadOnlyList<TimelineEntry>>(db =>
        {
            var from = after is null ? Beginning(incident) : (string)LiteDbKey.Of(after);
            var page = LiteDbRows.Range<TimelineEntry>(db, LiteDbSchema.Timeline, Sort, LiteDbKey.Range(Sort, from, Beginning(incident) + '\uffff'), after is null ? limit : limit + 1);
            return [.. page.Where(row => row.Value.SortKey != after).Take(limit).Select(Versioned)];
        }, ct);

    public Task<IReadOnlyList<TimelineEntry>> LastAsync(IncidentId incident, int limit, CancellationToken ct) =>
        file.ReadAsync<IReadOnlyList<TimelineEntry>>(db =>
            [.. LiteDbRows.Range<TimelineEntry>(db, LiteDbSchema.Timeline, Sort, Beginning(incident), limit, newestFirst: true).AsEnumerable().Reverse().Select(Versioned)], ct);

    public Task<int> CountAsync(IncidentId incident, CancellationToken ct) =>
        file.ReadAsync(db => db.GetCollection(LiteDbSchema.Timeline).Query().Where(LiteDbKey.Range(Sort, Beginning(incident))).Select("$.sort").ToEnumerable().Count(), ct);

    private static string KeyOf(IncidentId incident, string id) => $"{incident.Key}|{id}";

    private static string Beginning(IncidentId incident) => incident.Key + '|';

    private static TimelineEntry Versioned((TimelineEntry Value, int Version) row) => row.Value with { Version = row.Version };
}
