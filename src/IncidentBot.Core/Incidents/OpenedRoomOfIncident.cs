using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>The room that was asked for at the declaration is there: work moves into it. Hearing of it twice is harmless.</summary>
public static class OpenedRoomOfIncident
{
    public static Decision Decide(RoomOpened opened, Situation now)
    {
        if (now.Incident is not { Room: null } incident || incident.Id != IncidentId.OfKey(opened.Key)) return Decision.Nothing;
        var housed = incident with { Room = opened.Place, RoomName = opened.Name, Members = [.. incident.Members.Union(opened.Members)] };
        var change = new IncidentChange(housed, housed, opened with { By = incident.DeclaredBy }, now)
        {
            Kind = EntryKind.Room,
            Entry = DeclareCards.EntryRoom(opened.Name, opened.Place.Thread is null ? RoomKind.Channel : RoomKind.Thread),
            Then = [.. IncidentSayings.Opened(housed, now), .. Caught(housed, opened.Place), .. Told(housed, opened.Place)],
        };
        return change.Decide();
    }

    // The room was opened with the head of the declaration's moment; the incident may have changed since.
    private static IEnumerable<Saying> Caught(Incident housed, Place room) => housed.Version > 1 && IncidentSayings.HasItsOwnChannel(housed) ? [new SetTopic(room, IncidentCards.Topic(housed))] : [];

    // A thread of the channel in which it was declared stands before everybody's eyes.
    private static IEnumerable<Saying> Told(Incident housed, Place room) => room.Thread is not null && room.Channel == housed.DeclaredIn.Channel
        ? []
        : [new Whisper(housed.DeclaredIn, housed.DeclaredBy.Ref, DeclareCards.RoomIs(housed, room))];
}
