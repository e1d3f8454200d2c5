using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

public static class CaptureMessage
{
    public static Decision Decide(MessagePosted posted, Situation now) => Decision.Nothing;
}
