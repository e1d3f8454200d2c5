namespace IncidentBot.Core.Slos.Policy;

/// <summary>Ids of the buttons and forms. Never renamed: messages that stand in rooms hold them.</summary>
public static class PolicyButtons
{
    public const string Acknowledge = "policy.ack";

    /// <summary>Opens a form; also its key.</summary>
    public const string SetAside = "policy.set-aside";

    /// <summary>Opens a form; also its key.</summary>
    public const string Plan = "policy.plan";

    /// <summary>The class of an incident, as the review asks for it.</summary>
    public const string Class = "policy.class";

    /// <summary>Opens a form; also its key.</summary>
    public const string OtherClass = "policy.other-class";

    public const string NoClass = "policy.no-class";
}
