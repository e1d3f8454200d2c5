namespace IncidentBot.Core.Incidents;

/// <summary>Which status may follow which. One table, and the sentence for what it refuses.</summary>
public static class IncidentLifecycle
{
    /// <summary>Null when the move is allowed, else the sentence to show.</summary>
    public static string? Refuses(IncidentStatus from, IncidentStatus to) => (from, to) switch
    {
        (IncidentStatus.Resolved, IncidentStatus.Resolved) => "This incident is already resolved. To correct how it was resolved, use `resolution TEXT`; if it is back, use `reopen`.",
        (IncidentStatus.Resolved, IncidentStatus.Investigating or IncidentStatus.Identified or IncidentStatus.Mitigated) => "This incident is resolved. If it is back, use `reopen` first.",
        (IncidentStatus.Investigating, IncidentStatus.Investigating) => "The status is already investigating.",
        (IncidentStatus.Identified, IncidentStatus.Identified) => "The status is already identified.",
        (IncidentStatus.Mitigated, IncidentStatus.Mitigated) => "The status is already mitigated.",
        (IncidentStatus.Investigating, IncidentStatus.Identified or IncidentStatus.Mitigated or IncidentStatus.Resolved) => null,
        (IncidentStatus.Identified, IncidentStatus.Investigating or IncidentStatus.Mitigated or IncidentStatus.Resolved) => null,
        (IncidentStatus.Mitigated, IncidentStatus.Investigating or IncidentStatus.Identified or IncidentStatus.Resolved) => null,
    };

    /// <summary>Null when a resolved incident may be opened again, else the sentence to show.</summary>
    public static string? RefusesReopen(IncidentStatus from) => from switch
    {
        IncidentStatus.Resolved => null,
        IncidentStatus.Investigating or IncidentStatus.Identified or IncidentStatus.Mitigated => "This incident is still open, so there is nothing to reopen.",
    };
}
