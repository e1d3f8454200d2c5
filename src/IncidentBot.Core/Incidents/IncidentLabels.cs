namespace IncidentBot.Core.Incidents;

/// <summary>The words for severities, statuses, facts and milestones.</summary>
public static class IncidentLabels
{
    public static string Label(this Severity severity) => severity switch
    {
        Severity.Sev1 => "SEV1",
        Severity.Sev2 => "SEV2",
        Severity.Sev3 => "SEV3",
        Severity.Sev4 => "SEV4",
        Severity.Sev5 => "SEV5",
    };

    public static string Label(this IncidentStatus status) => status switch
    {
        IncidentStatus.Investigating => "Investigating",
        IncidentStatus.Identified => "Identified",
        IncidentStatus.Mitigated => "Mitigated",
        IncidentStatus.Resolved => "Resolved",
    };

    public static string Label(this FactKind fact) => fact switch
    {
        FactKind.Summary => "Summary",
        FactKind.Impact => "Impact",
        FactKind.Cause => "Cause",
        FactKind.Trigger => "Trigger",
        FactKind.Resolution => "Resolution",
        FactKind.Detection => "Detection",
    };

    /// <summary>The milestone within a sentence.</summary>
    public static string When(this MilestoneKind milestone) => milestone switch
    {
        MilestoneKind.Started => "when it started",
        MilestoneKind.Detected => "when it was detected",
        MilestoneKind.Declared => "when it was declared",
        MilestoneKind.Acknowledged => "when somebody took command",
        MilestoneKind.Mitigated => "when it was mitigated",
        MilestoneKind.Resolved => "when it was resolved",
    };

    public static string Label(this MilestoneKind milestone) => milestone switch
    {
        MilestoneKind.Started => "Started",
        MilestoneKind.Detected => "Detected",
        MilestoneKind.Declared => "Declared",
        MilestoneKind.Acknowledged => "Acknowledged",
        MilestoneKind.Mitigated => "Mitigated",
        MilestoneKind.Resolved => "Resolved",
    };
}
