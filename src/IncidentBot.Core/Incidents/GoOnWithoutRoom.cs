using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>The platform opens no room for an incident: who declared it is told where work can go on.</summary>
public static class GoOnWithoutRoom
{
    public static Decision Decide(RoomNotOpened refused, Situation now) =>
        now.Incident is { Room: null } incident && incident.Id == IncidentId.OfKey(refused.Key)
            ? new() { Say = [new Whisper(incident.DeclaredIn, incident.DeclaredBy.Ref, DeclareCards.NoRoom(incident, refused.Reason, now.CommandPrefix))] }
            : Decision.Nothing;
}
