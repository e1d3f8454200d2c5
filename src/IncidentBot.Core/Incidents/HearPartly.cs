using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>The platform lets the bot hear only what mentions it: the room is told once what is not seen and how that changes, and it stays on record.</summary>
public static class HearPartly
{
    public static Decision Decide(RoomHeardPartly heard, Situation now) => now.Incidents
        .Where(incident => incident is { HeardPartly: null, RoomGone: false } && (incident.Room == heard.Place || (incident.IsOpen && incident.LivesUnder(heard.Place))))
        .Select(incident => new IncidentChange(incident, incident with { HeardPartly = heard.At }, heard, now)
        {
            Kind = EntryKind.Room,
            Entry = HearPartlyCards.Entry,
            Then = IncidentSayings.RoomOf(incident) is { } room ? [new Say(room, HearPartlyCards.Told(now.Chat.Rooms))] : [],
        }.Decide())
        .Aggregate(Decision.Nothing, (all, one) => all.And(one));
}
