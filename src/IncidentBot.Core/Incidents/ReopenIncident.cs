using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>It is back: the incident goes on, its timeline keeps that it was resolved.</summary>
public static class ReopenIncident
{
    public static Decision Decide(Incident incident, Call call, Situation now) => Reopen(incident, call.Said, call.Words, now);

    public static Decision Decide(Incident incident, ButtonPressed pressed, Situation now) => Reopen(incident, pressed, "", now);

    private static Decision Reopen(Incident incident, ChatEvent said, string text, Situation now)
    {
        if (IncidentLifecycle.RefusesReopen(incident.Status) is { } no) return Decision.Refuse(said, RichText.Sentence(no, now.CommandPrefix));
        if (text.Length > Statement.MostCharacters) return Decision.Refuse(said, FactCards.TooLong(text.Length));
        var reopened = incident with
        {
            Status = IncidentStatus.Investigating,
            PostmortemWaived = null,
            Facts = [.. incident.Facts.Where(fact => fact.Kind is not FactKind.Resolution)], // it did not hold; the timeline keeps it
            Milestones = [.. incident.Milestones.Where(milestone => milestone.Kind is not (MilestoneKind.Mitigated or MilestoneKind.Resolved))],
        };
        return new IncidentChange(incident, reopened, said, now)
        {
            Kind = EntryKind.Status,
            Entry = StatusCards.EntryReopened(text),
            Line = StatusCards.Reopened(incident, said.By.Name, text),
        }.Decide();
    }
}
