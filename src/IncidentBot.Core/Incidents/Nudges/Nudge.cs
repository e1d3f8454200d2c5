namespace IncidentBot.Core.Incidents.Nudges;

/// <summary>What the room of an open incident is asked about, in this order.</summary>
public enum NudgeKind
{
    /// <summary>Nobody leads it.</summary>
    Commander,

    /// <summary>There has been no news for those who wait.</summary>
    Update,

    /// <summary>It is mitigated and not resolved.</summary>
    Resolve,
}

/// <summary>How often the room was asked about one thing.</summary>
/// <param name="Since">Since when it has been missing; with another one it counts anew.</param>
public sealed record Nudge(NudgeKind Kind, DateTimeOffset Since, int Times, DateTimeOffset LastAt)
{
    /// <summary>Somebody asked not to be asked before this.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
}

/// <summary>Something that is missing now.</summary>
/// <param name="Every">How long it may be missing, and how long the room has between two nudges.</param>
internal sealed record Missing(NudgeKind Kind, DateTimeOffset Since, TimeSpan Every)
{
    /// <summary>Null when it is not missing, or is never asked for.</summary>
    public static Missing? Of(NudgeKind kind, Incident incident, NudgeSettings settings)
    {
        var hurting = incident.Status is IncidentStatus.Investigating or IncidentStatus.Identified;
        Missing? missing = kind switch
        {
            NudgeKind.Commander => hurting && incident.Commander is null ? new(kind, incident.DeclaredAt, settings.CommanderAfter) : null,
            NudgeKind.Update => hurting ? new(kind, incident.NewsAt ?? incident.DeclaredAt, settings.UpdateEvery.For(incident.Severity)) : null,
            NudgeKind.Resolve => incident.Status is IncidentStatus.Mitigated ? new(kind, incident.Reached(MilestoneKind.Mitigated)?.At ?? incident.NewsAt ?? incident.DeclaredAt, settings.ResolveAfter) : null,
        };
        return missing is { Every.Ticks: > 0 } ? missing : null;
    }
}
