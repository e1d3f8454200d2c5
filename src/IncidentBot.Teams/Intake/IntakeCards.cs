namespace IncidentBot.Teams.Intake;

/// <summary>What people read in the answer to a click, before the bot has worked on it.</summary>
internal static class IntakeCards
{
    /// <summary>What follows stands in the conversation.</summary>
    public const string Heard = "Got it.";

    public const string Follows = "There is no form for this now. The answer follows in the chat.";

    public const string Unknown = "This button is not known here any more. Mention the bot with the word help to see what can be done.";

    public const string NotSupported = "Only Action.Execute is understood here.";

    public const string Malformed = "The value of this invoke cannot be read.";
}
