using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>The room has another name or id: every incident that lives there follows it.</summary>
public static class FollowRoom
{
    public static Decision Decide(RoomRenamed renamed, Situation now) =>
        Each(renamed, now, incident => incident.RoomName != renamed.Name, incident => incident with { RoomName = renamed.Name }, DeclareCards.EntryRenamed(renamed.Name, now.Chat.Rooms));

    public static Decision Decide(RoomMoved moved, Situation now) => Each(
        moved,
        now,
        _ => true,
        incident => incident with { Room = incident.Room == moved.Place ? moved.To : moved.To with { Thread = incident.Room?.Thread }, FormerChannels = [.. incident.FormerChannels, moved.Place.Channel] },
        DeclareCards.EntryMoved);

    private static Decision Each(ChatEvent said, Situation now, Func<Incident, bool> differs, Func<Incident, Incident> follow, string entry) => now.Incidents
        .Where(incident => incident.LivesUnder(said.Place) && differs(incident))
        .Select(incident => incident.RoomGone
            ? new() { Save = [follow(incident)] }
            : new IncidentChange(incident, follow(incident), said, now) { Kind = EntryKind.Room, Entry = entry }.Decide())
        .Aggregate(Decision.Nothing, (all, one) => all.And(one));
}
