using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The questions that the bot asks in the room, once each.</summary>
internal static class PromptCards
{
    private const int MostOfAnAnswer = 300;

    public static string Question(FactKind kind) => kind switch
    {
        FactKind.Summary => "What happened, in a sentence or two?",
        FactKind.Impact => "Who noticed it, and how did it hurt them?",
        FactKind.Cause => "What made it possible?",
        FactKind.Trigger => "What set it off?",
        FactKind.Resolution => "What made it stop?",
        FactKind.Detection => "How was it noticed?",
    };

    public static Card Ask(Incident incident, FactKind kind) => Card.Of(
        RichText.Of($"{RichText.Bold(Question(kind))} Reply in this thread when you know, with “at 13:50” in front for the time. “unknown” is fine."),
        Button(incident, kind));

    /// <summary>The question as it stands now: answered, or open again.</summary>
    public static Card Standing(Incident incident, FactKind kind) => incident.Latest(kind) is { } fact
        ? FactCards.Quoting(RichText.Of($"{RichText.Bold(kind.Label())}, answered by {fact.By.Name}:"), Excerpt.Of(fact.Text, MostOfAnAnswer))
        : Ask(incident, kind);

    public static Card LeftOpen(Incident incident, FactKind kind, string by) => Card.Of(RichText.Of($"{RichText.Bold(kind.Label())}: unknown for now, says {by}."), Button(incident, kind));

    public static string EntryAnswered(FactKind kind) => $"{kind.Label()}: answered in the thread";

    public static string EntryCorrected(FactKind kind) => $"{kind.Label()}: the answer was corrected";

    public static string EntryWithdrawn(FactKind kind) => $"{kind.Label()}: the answer was withdrawn";

    private static Button Button(Incident incident, FactKind kind) => new(IncidentActions.FactOf(kind), "Answer…", incident.Id.Label);
}
