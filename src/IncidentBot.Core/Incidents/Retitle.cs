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
        if (title.Text == incident.TitleAsWritten) return call.Refuse(ChangeCards.TitleIsThat);
        var retitled = incident with { TitleAsWritten = title.Text };
        return new IncidentChange(incident, retitled, call.Said, now)
        {
            Kind = EntryKind.Title,
            Entry = ChangeCards.EntryTitle(incident.Title, retitled.Title),
            Line = ChangeCards.Title(incident, retitled.Title, call.By.Name),
        }.Decide();
    }
}
