namespace IncidentBot.Core.Incidents;

/// <summary>Ids of buttons and forms. Never renamed: old messages still hold them.</summary>
public static class IncidentActions
{
    public const string Declare = "incident.declare";
    public const string TakeCommand = "incident.take-command";
    public const string Mitigate = "incident.mitigate";
    public const string Resolve = "incident.resolve";
    public const string Reopen = "incident.reopen";

    /// <summary>A fact of a kind that is chosen in the form.</summary>
    public const string AnyFact = "fact.open";

    /// <summary>The review's; offered when an incident is resolved.</summary>
    public const string StartPostmortem = "postmortem.start";

    public static string FactOf(FactKind fact) => fact switch
    {
        FactKind.Summary => "fact.summary",
        FactKind.Impact => "fact.impact",
        FactKind.Cause => "fact.cause",
        FactKind.Trigger => "fact.trigger",
        FactKind.Resolution => "fact.resolution",
        FactKind.Detection => "fact.detection",
    };
}
