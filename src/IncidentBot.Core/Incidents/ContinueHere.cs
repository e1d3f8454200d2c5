using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary><c>start here INC-7</c>: an incident whose room is gone, or never opened, goes on in this one.</summary>
public static class ContinueHere
{
    public static Decision Decide(Call call, Declaration given, Situation now)
    {
        if (now.Chat.Rooms is RoomKind.None) return call.Refuse(DeclareCards.NoRoomHere(now.CommandPrefix));
        if (now.Incident is not { } incident) return call.Refuse(DeclareCards.NoSuchIncident(given.Title));
        if (!given.Here) return call.Refuse(DeclareCards.ExistsAlready(incident, now.CommandPrefix));
        if (IncidentSayings.RoomOf(incident) is { } room) return call.Refuse(DeclareCards.HasItsRoom(incident, room));
        if (DeclareIncident.Taken(call.Said, now) is { } open) return call.Refuse(DeclareCards.RoomTaken(open, now.Chat.Rooms, now.CommandPrefix));
        var moved = In(incident, DeclareIncident.RoomAt(call.Said, now), call.Said);
        return new IncidentChange(incident, moved, call.Said, now)
        {
            Kind = EntryKind.Room,
            Entry = DeclareCards.EntryGoesOn,
            Line = DeclareCards.GoesOn(moved, call.By.Name),
        }.Decide();
    }

    internal static Incident In(Incident incident, Place room, ChatEvent said) =>
        incident with { Room = room, RoomName = said.PlaceName ?? room.Channel.Id, RoomGone = false, HeardFrom = said.At };
}
