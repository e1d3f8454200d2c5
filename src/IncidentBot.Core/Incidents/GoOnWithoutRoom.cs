using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The platform opens no room for an incident: who declared it is told where work can go on, or the channel where an alert did.</summary>
public static class GoOnWithoutRoom
{
    public static Decision Decide(RoomNotOpened refused, Situation now) =>
        now.Incident is { Room: null } incident && incident.Id == IncidentId.OfKey(refused.Key)
            ? new() { Save = [incident with { RoomRefused = true }], Say = [Told(incident, DeclareCards.NoRoom(incident, refused.Reason, now.CommandPrefix))] }
            : Decision.Nothing;

    // Where no person declared it, everybody in that channel is told.
    private static Saying Told(Incident incident, Card card) =>
        incident.DeclaredBy.Ref.IsMachine ? new Say(incident.DeclaredIn, card) : new Whisper(incident.DeclaredIn, incident.DeclaredBy.Ref, card);
}
