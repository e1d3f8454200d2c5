namespace IncidentBot.Core.Incidents;

/// <summary>Which milestone cannot come before which.</summary>
/// <remarks>Times are compared by the minute, as people state them. An incident may be declared after it was mitigated or even resolved.</remarks>
public static class MilestoneOrder
{
    private static readonly IReadOnlyList<(MilestoneKind Earlier, MilestoneKind Later)> Pairs =
    [
        (MilestoneKind.Started, MilestoneKind.Detected),
        (MilestoneKind.Started, MilestoneKind.Mitigated),
        (MilestoneKind.Started, MilestoneKind.Resolved),
        (MilestoneKind.Detected, MilestoneKind.Declared),
        (MilestoneKind.Detected, MilestoneKind.Acknowledged),
        (MilestoneKind.Detected, MilestoneKind.Mitigated),
        (MilestoneKind.Detected, MilestoneKind.Resolved),
        (MilestoneKind.Mitigated, MilestoneKind.Resolved),
    ];

    /// <summary>The milestone that a time for this one would contradict; null when it fits.</summary>
    public static Milestone? Contradicted(Incident incident, MilestoneKind kind, DateTimeOffset at)
    {
        foreach (var (earlier, later) in Pairs)
        {
            if (kind == later && incident.Reached(earlier) is { } before && Minute(at) < Minute(before.At)) return before;
            if (kind == earlier && incident.Reached(later) is { } after && Minute(after.At) < Minute(at)) return after;
        }
        return null;
    }

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;
}
