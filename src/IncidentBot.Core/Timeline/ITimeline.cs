using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>Reads timelines, in order of <see cref="TimelineEntry.SortKey"/>.</summary>
public interface ITimeline
{
    Task<TimelineEntry?> FindAsync(IncidentId incident, string id, CancellationToken ct);

    /// <summary>Those of the entries that exist, in any order.</summary>
    Task<IReadOnlyList<TimelineEntry>> FindAsync(IncidentId incident, IReadOnlyList<string> ids, CancellationToken ct);

    /// <summary>The next page of at most <paramref name="limit"/> entries after a sort key (null: from the beginning).</summary>
    Task<IReadOnlyList<TimelineEntry>> PageAsync(IncidentId incident, string? after, int limit, CancellationToken ct);

    /// <summary>The last entries, oldest of them first.</summary>
    Task<IReadOnlyList<TimelineEntry>> LastAsync(IncidentId incident, int limit, CancellationToken ct);

    Task<int> CountAsync(IncidentId incident, CancellationToken ct);
}
