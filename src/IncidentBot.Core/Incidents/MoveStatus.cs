using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Moves an open incident from one status to another.</summary>
public static class MoveStatus
{
    /// <summary><c>status [identified] [at TIME] [text]</c>; without words it shows how things stand.</summary>
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        if (call.Words.Length == 0) return ShowStatus.Decide(incident, call, now);
        var words = call.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (StatusOf(words[0]) is not { } to) return call.Refuse(StatusCards.NoSuchStatus(words[0], now.CommandPrefix));
        return To(to, incident, call with { Words = words.ElementAtOrDefault(1) ?? "" }, now);
    }

    public static Decision Mitigate(Incident incident, Call call, Situation now) => To(IncidentStatus.Mitigated, incident, call, now);

    public static Decision Mitigate(Incident incident, ButtonPressed pressed, Situation now) =>
        Move(incident, IncidentStatus.Mitigated, Statement.Of(pressed), now);

    /// <summary>A status by its word, with the words that follow it.</summary>
    private static Decision To(IncidentStatus to, Incident incident, Call call, Situation now) =>
        to is IncidentStatus.Resolved ? ResolveIncident.Decide(incident, call, now) : Move(incident, to, Statement.Of(call, now), now);

    private static Decision Move(Incident incident, IncidentStatus to, Statement statement, Situation now)
    {
        if (to is IncidentStatus.Mitigated && incident.Status is IncidentStatus.Mitigated or IncidentStatus.Resolved && statement.Words.At is not null) return StateMitigation.Decide(incident, statement, now);
        if (IncidentLifecycle.Refuses(incident.Status, to) is { } no) return statement.Refuse(RichText.Sentence(no, now.CommandPrefix));
        if (statement.Refusal is { } why) return statement.Refuse(why);
        if (statement.Asks(incident, to is IncidentStatus.Mitigated ? MilestoneKind.Mitigated : null) is { } asked) return asked;
        var moved = incident with { Status = to, Milestones = [.. incident.Milestones.Where(milestone => milestone.Kind is not MilestoneKind.Mitigated)] };
        if (to is IncidentStatus.Mitigated) moved = moved.With(statement.Shows(MilestoneKind.Mitigated));
        return AskForFacts.With(new IncidentChange(incident, moved, statement.Said, now)
        {
            Kind = EntryKind.Status,
            Entry = StatusCards.Entry(incident.Status, to, statement.Words.Rest),
            At = statement.Words.At,
            Line = StatusCards.Moved(incident, to, statement),
            Remark = statement.Words.Remark,
        });
    }

    private static IncidentStatus? StatusOf(string word) =>
        Enum.GetValues<IncidentStatus>().Cast<IncidentStatus?>().FirstOrDefault(status => status!.Value.Label().Equals(word.Trim(',', '.', ':', ';', '!'), StringComparison.OrdinalIgnoreCase));
}
