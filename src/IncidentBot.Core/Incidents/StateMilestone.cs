using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>States or corrects when something happened that metrics come from; without words it shows the times with what shows them. The status stays.</summary>
public static class StateMilestone
{
    internal const string KindField = "milestone";

    public static FormUse Form { get; } = IncidentForm.Of(
        IncidentActions.AnyMilestone,
        MilestoneCards.Form,
        (_, submitted) => Faults(submitted),
        (incident, submitted, now) => KindOf(submitted) is { } kind ? State(incident, kind, Statement.Of(submitted), now) : Decision.Refuse(submitted, MilestoneCards.KindMissing));

    /// <summary><c>milestone KIND [at TIME] [TEXT]</c>; the time may stand without "at". <c>milestone KIND unknown</c> takes a time back.</summary>
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        if (call.Words.Length == 0) return new() { Say = [new Whisper(call.Place, call.By.Ref, MilestoneCards.All(incident, now))] };
        var words = call.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (Named(words[0]) is not { } kind) return call.Refuse(MilestoneCards.Forms(now.CommandPrefix));
        var rest = words.ElementAtOrDefault(1)?.Trim() ?? "";
        if (rest.TrimEnd('.', '!').Equals("unknown", StringComparison.OrdinalIgnoreCase)) return Forget(incident, kind, call, now);
        var statement = Statement.Of(call with { Words = rest }, now);
        if (statement.Words is { At: null, Refusal: null } && TimeText.TakeLeading($"at {rest}", call.At, call.By.TimeZone) is { At: not null } unmarked) statement = statement with { Words = unmarked };
        return State(incident, kind, statement, now);
    }

    /// <summary>The statement's time, or the moment of saying it, as this milestone.</summary>
    internal static Decision State(Incident incident, MilestoneKind kind, Statement statement, Situation now)
    {
        if (statement.Refusal is { } why) return statement.Refuse(why);
        var timed = statement.Words.At is null ? statement with { Words = statement.Words with { At = statement.Said.At } } : statement;
        var milestone = timed.Shows(kind);
        if (incident.Reached(kind)?.At == milestone.At) return statement.Refuse(MilestoneCards.IsThat(kind));
        return timed.Asks(incident, kind) ?? Record(incident, milestone, timed.Words.Rest, statement.Said, now, timed.Words.Remark);
    }

    internal static Decision Record(Incident incident, Milestone milestone, string text, ChatEvent said, Situation now, string? remark = null) => new IncidentChange(incident, incident.With(milestone), said, now)
    {
        Kind = EntryKind.Fact,
        Entry = MilestoneCards.Entry(milestone.Kind, milestone.At, text, incident.Reached(milestone.Kind), incident.TimeZone),
        At = milestone.At,
        Line = MilestoneCards.Stated(incident, milestone, text, now.CommandPrefix),
        Remark = remark,
    }.Decide();

    private static Decision Forget(Incident incident, MilestoneKind kind, Call call, Situation now)
    {
        if (kind is MilestoneKind.Declared) return call.Refuse(MilestoneCards.DeclarationIsKnown);
        if (incident.Reached(kind) is not { } was) return call.Refuse(MilestoneCards.UnknownAlready(kind));
        return new IncidentChange(incident, incident.Without(kind), call.Said, now)
        {
            Kind = EntryKind.Fact,
            Entry = MilestoneCards.Entry(kind, null, "", was, incident.TimeZone),
            Line = MilestoneCards.Forgotten(incident, was, call.By.Name),
        }.Decide();
    }

    internal static IReadOnlyDictionary<string, string> Faults(FormSubmitted submitted)
    {
        var faults = new Dictionary<string, string>();
        if (KindOf(submitted) is null) faults[KindField] = MilestoneCards.KindMissing;
        if (Statement.Of(submitted) is var statement && statement.Refusal is { } why) faults[statement.Words.Rest.Length > Statement.MostCharacters ? "text" : Statement.AtField] = why;
        else if (statement.Words.At is null) faults[Statement.AtField] = MilestoneCards.TimeMissing;
        return faults;
    }

    internal static MilestoneKind? KindOf(FormSubmitted submitted) => Enum.TryParse<MilestoneKind>(submitted.Values.GetValueOrDefault(KindField), out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static MilestoneKind? Named(string word) => word.Trim(',', '.', ':', ';', '!').ToLowerInvariant() switch
    {
        "started" or "start" or "began" => MilestoneKind.Started,
        "detected" or "detection" or "noticed" => MilestoneKind.Detected,
        "declared" => MilestoneKind.Declared,
        "acknowledged" or "acked" or "ack" => MilestoneKind.Acknowledged,
        "mitigated" or "mitigation" => MilestoneKind.Mitigated,
        "resolved" or "resolution" => MilestoneKind.Resolved,
        _ => null,
    };
}
