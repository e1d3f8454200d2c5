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

    /// <summary>A milestone that is chosen in the form.</summary>
    public const string AnyMilestone = "milestone.state";

    /// <summary>In a message's menu; also the key of its form.</summary>
    public const string MilestoneOfMessage = "milestone.message";

    /// <summary>Of two times that contradict each other, the one that stood is wrong.</summary>
    public const string CorrectOther = "milestone.correct";

    /// <summary>The one that was stated is wrong.</summary>
    public const string GiveAnotherTime = "milestone.retime";

    /// <summary>What was stated is forgotten.</summary>
    public const string KeepTimes = "milestone.keep";

    /// <summary>Not asked about it for a while.</summary>
    public const string NoCommanderNudge = "nudge.commander-later";
    public const string NoUpdateNudge = "nudge.update-later";
    public const string NoResolveNudge = "nudge.resolve-later";

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
