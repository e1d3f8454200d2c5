namespace IncidentBot.Core.Incidents;

/// <summary>How long something took, between two milestones. Unknown as long as one of them is.</summary>
/// <param name="Name">As people abbreviate it: <c>TTD</c>.</param>
/// <param name="Meaning">In words: <c>time to detect</c>.</param>
public sealed record IncidentMetric(string Name, string Meaning, MilestoneKind From, MilestoneKind To, Milestone? Began, Milestone? Ended)
{
    /// <summary>Null when a milestone is unknown. People state times to the minute, so two within one minute may seem reversed: that is zero.</summary>
    public TimeSpan? Length => Began is null || Ended is null ? null : Ended.At > Began.At ? Ended.At - Began.At : TimeSpan.Zero;

    /// <summary>The milestones that nobody has stated.</summary>
    public IReadOnlyList<MilestoneKind> Missing => (Began, Ended) switch
    {
        (null, null) => [From, To],
        (null, _) => [From],
        (_, null) => [To],
        _ => [],
    };
}

/// <summary>The times of an incident, from its milestones alone.</summary>
public static class IncidentMetrics
{
    public static IReadOnlyList<IncidentMetric> Of(Incident incident)
    {
        return
        [
            Metric("TTD", "time to detect", MilestoneKind.Started, MilestoneKind.Detected),
            Metric("TTA", "time to acknowledge", MilestoneKind.Detected, MilestoneKind.Acknowledged),
            Metric("TTM", "time to mitigate", MilestoneKind.Started, MilestoneKind.Mitigated),
            Metric("TTR", "time to resolve", MilestoneKind.Started, MilestoneKind.Resolved),
        ];

        IncidentMetric Metric(string name, string meaning, MilestoneKind from, MilestoneKind to) => new(name, meaning, from, to, incident.Reached(from), incident.Reached(to));
    }
}
