using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

public static class LoseRoom
{
    public static Decision Decide(RoomGone gone, Situation now) => Decision.Nothing;
}
