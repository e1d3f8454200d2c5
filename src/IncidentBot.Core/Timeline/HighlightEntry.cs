using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

public static class HighlightEntry
{
    public static Decision Decide(HighlightSet highlight, Situation now) => Decision.Nothing;
}
