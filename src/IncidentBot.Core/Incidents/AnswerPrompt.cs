using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>A plain reply in the thread of a question is its answer. The first one counts; what follows is conversation.</summary>
/// <remarks>The reply itself stands on the timeline, so the entry of the answer does not repeat its words: when the reply is deleted, they are gone.</remarks>
public static class AnswerPrompt
{
    private const string Acknowledged = "✅";

    private static readonly IReadOnlyList<string> NoAnswer = ["skip", "unknown", "not known", "don't know", "dont know", "i don't know", "no idea", "n/a"];

    public static Decision Decide(MessagePosted posted, Situation now) =>
        Asked(now) is var (incident, kind) && incident.Latest(kind) is null && now.Entry?.DeletedAt is null && now.Entry is not { AwaitsMessage: false }
            ? Answered(incident, kind, posted, posted.Message, posted.Text, now)
            : Decision.Nothing;

    public static Decision Decide(MessageEdited edited, Situation now)
    {
        if (Asked(now) is not var (incident, kind) || now.Entry?.DeletedAt is not null) return Decision.Nothing;
        if (incident.Facts.All(fact => fact.Source != edited.Message)) return incident.Latest(kind) is null ? Answered(incident, kind, edited, edited.Message, edited.Text, now) : Decision.Nothing;
        return now.Entry?.Revisions.Any(revision => revision.ReplacedAt > edited.At) is true
            ? Decision.Nothing // a later edit is known already
            : Answered(Without(incident, edited.Message), kind, edited, edited.Message, edited.Text, now, before: incident);
    }

    public static Decision Decide(MessageDeleted deleted, Situation now) =>
        Asked(now) is var (incident, kind) && incident.Facts.Any(fact => fact.Source == deleted.Message) ? Withdrawn(incident, kind, deleted, Without(incident, deleted.Message), now) : Decision.Nothing;

    private static (Incident Incident, FactKind Kind)? Asked(Situation now) =>
        now.Incident is { } incident && CardKeys.PromptedFact(now.ThreadCard) is { } kind ? (incident, kind) : null;

    private static Decision Answered(Incident incident, FactKind kind, ChatEvent said, MessageRef message, string text, Situation now, Incident? before = null)
    {
        var words = text.Trim();
        if (words.EndsWith('?')) return before is null ? Decision.Nothing : Withdrawn(before, kind, said, incident, now);
        if (NoAnswer.Contains(words.TrimEnd('.', '!').Replace('’', '\''), StringComparer.OrdinalIgnoreCase)) return LeftOpen(before ?? incident, incident, kind, said, message, now);
        if (words.Length == 0) return Decision.Nothing;
        var statement = Read(incident, kind, said, message, words);
        return new IncidentChange(before ?? incident, RecordFact.Stated(incident, kind, statement), said, now)
        {
            Kind = EntryKind.Fact,
            Entry = PromptCards.EntryAnswered(kind),
            Then = before is null ? [new React(message, Acknowledged)] : [],
        }.Decide();
    }

    /// <summary>A reply is never refused: a time in it that cannot be, or that cannot be read, is left in the words.</summary>
    private static Statement Read(Incident incident, FactKind kind, ChatEvent said, MessageRef message, string words)
    {
        var evidence = FactCards.ByReply(kind, said.By.Name);
        var timed = new Statement(said, TimeText.TakeLeading(words, said.At, said.By.TimeZone), evidence) { Source = message };
        return timed.Words.Rest.Length > 0 && timed.Refusal(incident, RecordFact.MilestoneOf(kind)) is null ? timed : timed with { Words = new(null, words, null) };
    }

    private static Decision LeftOpen(Incident before, Incident incident, FactKind kind, ChatEvent said, MessageRef message, Situation now)
    {
        var open = new Decision
        {
            Say = IncidentSayings.RoomOf(incident) is { } room
                ? [new Say(room, PromptCards.LeftOpen(incident, kind, said.By.Name), CardKeys.Prompt(incident.Id, kind)) { OnlyUpdate = true }, new React(message, Acknowledged)]
                : [],
        };
        return ReferenceEquals(before, incident) ? open : Withdrawn(before, kind, said, incident, now).And(open);
    }

    private static Decision Withdrawn(Incident before, FactKind kind, ChatEvent said, Incident without, Situation now) =>
        new IncidentChange(before, without, said, now) { Kind = EntryKind.Fact, Entry = PromptCards.EntryWithdrawn(kind) }.Decide();

    private static Incident Without(Incident incident, MessageRef message) => incident with
    {
        Facts = [.. incident.Facts.Where(fact => fact.Source != message)],
        Milestones = [.. incident.Milestones.Where(milestone => milestone.Source != message)],
    };
}
