using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

public static class CaptureDeletion
{
    public static Decision Decide(MessageDeleted deleted, Situation now) => Decision.Nothing;
}
