using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

public static class CaptureEdit
{
    public static Decision Decide(MessageEdited edited, Situation now) => Decision.Nothing;
}
