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

    public static Decision Decide(MessagePosted posted, Situation now) => now.Entry is null or { AwaitsMessage: true, DeletedAt: null } && Asked.In(now) is { } asked
        ? Answer(asked, posted, posted.Message, posted.Text, now)
        : Decision.Nothing;

    public static Decision Decide(MessageEdited edited, Situation now)
    {
        if (Asked.In(now) is not { } asked || IsDeleted(edited, now.Entry) || IsOutdated(edited, now.Entry)) return Decision.Nothing;
        if (asked.Incident.Facts.All(fact => fact.Source != edited.Message)) return Answer(asked, edited, edited.Message, edited.Text, now);
        return IsAnswer(edited.Text) ? Correct(asked, edited, now) : Withdraw(asked, edited, edited.Message, now);
    }

    public static Decision Decide(MessageDeleted deleted, Situation now) => Asked.In(now) is { } asked && !(deleted.At < now.Entry?.RestoredAt) && asked.Incident.Facts.Any(fact => fact.Source == deleted.Message)
        ? Withdraw(asked, deleted, deleted.Message, now)
        : Decision.Nothing;

    private static Decision Answer(Asked question, ChatEvent said, MessageRef message, string text, Situation now)
    {
        var (incident, kind) = question;
        if (incident.Latest(kind) is not null) return Decision.Nothing;
        if (IsNoAnswer(text)) return LeaveOpen(question, said, message);
        if (!IsAnswer(text)) return Decision.Nothing;
        var statement = Read(question, said, message, text);
        var stated = RecordFact.Stated(incident, kind, statement);
        var contradiction = Timed(question, said, message, text).Asks(stated, RecordFact.MilestoneOf(kind));
        return new IncidentChange(incident, contradiction?.Save[0] as Incident ?? stated, said, now)
        {
            Kind = EntryKind.Fact,
            Entry = PromptCards.EntryAnswered(kind),
            Remark = statement.Words.At is null && contradiction is null ? RecordFact.RemarkOn(incident, kind, statement, now) : null,
            Then = [new React(message, Acknowledged), .. contradiction?.Say ?? []],
        }.Decide();
    }

    private static Decision Correct(Asked asked, MessageEdited edited, Situation now)
    {
        var (incident, kind) = asked;
        var without = Without(incident, edited.Message);
        var statement = Read(new(without, kind), edited, edited.Message, edited.Text);
        var corrected = incident.Facts.Select(fact => fact.Source == edited.Message ? fact with { Text = statement.Words.Rest } : fact);
        var timed = RecordFact.MilestoneOf(kind) is { } milestone && statement.Words.At is not null && without.Reached(milestone) is null ? without.With(statement.Shows(milestone)) : without;
        return new IncidentChange(incident, timed with { Facts = [.. corrected] }, edited, now) { Kind = EntryKind.Fact, Entry = PromptCards.EntryCorrected(kind) }.Decide();
    }

    private static Decision Withdraw(Asked asked, ChatEvent said, MessageRef message, Situation now) =>
        new IncidentChange(asked.Incident, Without(asked.Incident, message), said, now) { Kind = EntryKind.Fact, Entry = PromptCards.EntryWithdrawn(asked.Kind) }.Decide();

    private static Decision LeaveOpen(Asked asked, ChatEvent said, MessageRef message) => IncidentSayings.RoomOf(asked.Incident) is { } room
        ? new() { Say = [new Say(room, PromptCards.LeftOpen(asked.Incident, asked.Kind, said.By.Name), CardKeys.Prompt(asked.Incident.Id, asked.Kind)) { OnlyUpdate = true }, new React(message, Acknowledged)] }
        : Decision.Nothing;

    /// <summary>A reply is never refused: a time in it that cannot be, or that cannot be read, is left in the words.</summary>
    private static Statement Read(Asked asked, ChatEvent said, MessageRef message, string text)
    {
        var timed = Timed(asked, said, message, text);
        return timed.Words.Rest.Length > 0 && timed.Refusal is null && timed.Asks(asked.Incident, RecordFact.MilestoneOf(asked.Kind)) is null ? timed : timed with { Words = new(null, text.Trim(), null) };
    }

    private static Statement Timed(Asked asked, ChatEvent said, MessageRef message, string text) =>
        new(said, TimeText.TakeLeading(text.Trim(), said.At, said.By.TimeZone), FactCards.ByReply(asked.Kind, said.By.Name)) { Source = message };

    /// <summary>A question back is conversation.</summary>
    private static bool IsAnswer(string text) => text.Trim() is { Length: > 0 } words && !words.EndsWith('?') && !IsNoAnswer(words);

    private static bool IsNoAnswer(string text) => NoAnswer.Contains(text.Trim().TrimEnd('.', '!').Replace('’', '\''), StringComparer.OrdinalIgnoreCase);

    private static bool IsDeleted(MessageEdited edited, TimelineEntry? entry) => entry?.DeletedAt is { } deleted && !(edited.Restores && edited.At >= deleted);

    private static bool IsOutdated(MessageEdited edited, TimelineEntry? entry) => entry?.Revisions.Any(revision => revision.ReplacedAt > edited.At) is true;

    private static Incident Without(Incident incident, MessageRef message) => incident with
    {
        Facts = [.. incident.Facts.Where(fact => fact.Source != message)],
        Milestones = [.. incident.Milestones.Where(milestone => milestone.Source != message)],
    };

    /// <summary>What the thread that the message stands in asks for.</summary>
    private sealed record Asked(Incident Incident, FactKind Kind)
    {
        public static Asked? In(Situation now) => now.Incident is { } incident && CardKeys.PromptedFact(now.ThreadCard) is { } kind ? new(incident, kind) : null;
    }
}
