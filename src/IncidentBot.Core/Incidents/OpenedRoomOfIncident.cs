using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

public static class OpenedRoomOfIncident
{
    public static IncidentId? IdOf(RoomOpened opened) => null;

    public static Decision Decide(RoomOpened opened, Situation now) => Decision.Nothing;
}
