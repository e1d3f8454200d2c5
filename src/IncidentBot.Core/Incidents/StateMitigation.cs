using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Says afterwards when it was mitigated, or corrects it: the status stays, the time counts.</summary>
internal static class StateMitigation
{
    public static Decision Decide(Incident incident, Statement statement, Situation now)
    {
        if (statement.Refusal is { } why) return statement.Refuse(why);
        if (statement.Asks(incident, MilestoneKind.Mitigated) is { } asked) return asked;
        return new IncidentChange(incident, incident.With(statement.Shows(MilestoneKind.Mitigated)), statement.Said, now)
        {
            Kind = EntryKind.Status,
            Entry = StatusCards.EntryMitigation(statement.Words.Rest),
            At = statement.Words.At,
            Line = StatusCards.Mitigation(incident, statement),
            Remark = statement.Words.Remark,
        }.Decide();
    }
}
