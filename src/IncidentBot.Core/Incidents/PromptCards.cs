using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The questions that the bot asks in the room, once each.</summary>
internal static class PromptCards
{
    private const int MostOfAnAnswer = 300;
    private const string AnswerLabel = "Answer…";

    public static string Question(FactKind kind) => kind switch
    {
        FactKind.Summary => "What happened, in a sentence or two?",
        FactKind.Impact => "Who noticed it, and how did it hurt them?",
        FactKind.Cause => "What made it possible?",
        FactKind.Trigger => "What set it off?",
        FactKind.Resolution => "What made it stop?",
        FactKind.Detection => "How was it noticed?",
    };

    /// <param name="room">Only in a channel are there replies of the question's own; elsewhere a plain line is talk.</param>
    public static Card Ask(Incident incident, FactKind kind, RoomKind room, string prefix) => Card.Of(
        RichText.Of($"{RichText.Bold(Question(kind))} {HowToAnswer(kind, room, prefix)}"),
        Button(incident, kind));

    /// <summary>The question as it stands now: answered, or open again.</summary>
    public static Card Standing(Incident incident, FactKind kind, RoomKind room, string prefix) => incident.Latest(kind) is { } fact
        ? FactCards.Quoting(RichText.Of($"{RichText.Bold(kind.Label())}, answered by {fact.By.Name}:"), Excerpt.Of(fact.Text, MostOfAnAnswer))
        : Ask(incident, kind, room, prefix);

    public static Card LeftOpen(Incident incident, FactKind kind, string by) => Card.Of(RichText.Of($"{RichText.Bold(kind.Label())}: unknown for now, says {by}."), Button(incident, kind));

    public static string EntryAnswered(FactKind kind) => $"{kind.Label()}: answered in the thread";

    public static string EntryCorrected(FactKind kind) => $"{kind.Label()}: the answer was corrected";

    public static string EntryWithdrawn(FactKind kind) => $"{kind.Label()}: the answer was withdrawn";

    private static RichText HowToAnswer(FactKind kind, RoomKind room, string prefix) => room switch
    {
        RoomKind.Channel => "Reply in this thread when you know, with “at 13:50” in front for the time. “unknown” is fine.",
        RoomKind.Thread or RoomKind.Chat or RoomKind.None => RichText.Of(
            $"When you know, press {RichText.Bold(AnswerLabel)} or type {RichText.Code($"{prefix} {kind.Label().ToLowerInvariant()} at 13:50 TEXT")}, with or without the time. Until then it stays unknown, and that is fine."),
    };

    private static Button Button(Incident incident, FactKind kind) => new(IncidentActions.FactOf(kind), AnswerLabel, incident.Id.Label);
}
