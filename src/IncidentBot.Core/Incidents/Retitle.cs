using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Gives the incident another title. Its room keeps its name, so that links stay good.</summary>
public static class Retitle
{
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        var title = IncidentTitle.Read(call.Words);
        if (title.Refusal is { } why) return call.Refuse(why);
        if (title.Text.Length == 0) return call.Refuse(ChangeCards.TitleForms(now.CommandPrefix));
        if (title.Text == incident.Title) return call.Refuse(ChangeCards.TitleIsThat);
        return new IncidentChange(incident, incident with { Title = title.Text }, call.Said, now)
        {
            Kind = EntryKind.Title,
            Entry = ChangeCards.EntryTitle(incident.Title, title.Text),
            Line = ChangeCards.Title(incident, title.Text, call.By.Name),
        }.Decide();
    }
}
