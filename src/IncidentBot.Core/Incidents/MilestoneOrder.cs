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
    public static Milestone? Contradicted(Incident incident, MilestoneKind kind, DateTimeOffset at) => Pairs
        .Where(pair => pair.Earlier == kind || pair.Later == kind)
        .Select(pair => incident.Reached(pair.Earlier == kind ? pair.Later : pair.Earlier) is { } other && IsBefore(pair.Later == kind ? at : other.At, pair.Later == kind ? other.At : at) ? other : null)
        .FirstOrDefault(other => other is not null);

    private static bool IsBefore(DateTimeOffset later, DateTimeOffset earlier) => later.UtcTicks / TimeSpan.TicksPerMinute < earlier.UtcTicks / TimeSpan.TicksPerMinute;
}
