using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Timeline;

public static class TimelineCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
        Buttons = [],
        Forms = [],
    };
}
