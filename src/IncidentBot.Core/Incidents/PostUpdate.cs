using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>Tells stakeholders how things stand: in the announcement channel and in the room.</summary>
public static class PostUpdate
{
    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        if (call.Words.Length == 0) return call.Refuse(ChangeCards.UpdateForms(now.CommandPrefix));
        if (call.Words.Length > Statement.MostCharacters) return call.Refuse(FactCards.TooLong(call.Words.Length));
        var announced = IncidentSayings.AnnouncedIn(incident, now.Settings);
        return new IncidentChange(incident, incident, call.Said, now)
        {
            Kind = EntryKind.Update,
            Entry = ChangeCards.EntryUpdate(call.Words),
            Line = ChangeCards.Update(incident, call.Words, call.By, call.At),
            Remark = announced is null && !(now.Settings.AnnounceChannel is { } channel && AnnounceChannel.Houses(channel, incident)) ? ChangeCards.StaysHere(incident) : null,
            Then = announced is null ? [] : [new Say(announced, ChangeCards.Update(Outward.Of(incident), Secrets.Mask(call.Words).Text, call.By, call.At))],
        }.Decide();
    }
}
