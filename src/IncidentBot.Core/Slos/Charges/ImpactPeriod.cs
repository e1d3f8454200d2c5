using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>From when to when users were hit, by the incident's milestones.</summary>
public static class ImpactPeriod
{
    /// <summary>What people stated; null while the beginning or the end is not known.</summary>
    public static Period? Stated(Incident incident) =>
        incident.Reached(MilestoneKind.Started) is { At: var from } && End(incident) is { } to && to > from ? new(from, to) : null;

    public static IEnumerable<MilestoneKind> Missing(Incident incident)
    {
        if (incident.Reached(MilestoneKind.Started) is null) yield return MilestoneKind.Started;
        if (End(incident) is null) yield return MilestoneKind.Mitigated;
    }

    /// <summary>What is to be measured: from when it is known to have been there, to its end or to now. Null: nothing of it has passed.</summary>
    public static Period? ToMeasure(Incident incident, DateTimeOffset now)
    {
        var (from, to) = (Beginning(incident), End(incident) is { } end && end < now ? end : now);
        return to > from ? new(from, to) : null;
    }

    /// <summary>What the measuring depends on: when this changes, another time is to be measured.</summary>
    public static (DateTimeOffset From, DateTimeOffset? To) Known(Incident incident) => (Beginning(incident), End(incident));

    private static DateTimeOffset Beginning(Incident incident) =>
        (incident.Reached(MilestoneKind.Started) ?? incident.Reached(MilestoneKind.Detected) ?? incident.Reached(MilestoneKind.Declared))?.At ?? incident.DeclaredAt;

    /// <summary>Null while it is not known to be over.</summary>
    public static DateTimeOffset? End(Incident incident) => (incident.Reached(MilestoneKind.Mitigated) ?? incident.Reached(MilestoneKind.Resolved))?.At;
}
