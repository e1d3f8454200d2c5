using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Incidents;

public static class IncidentCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
        Buttons = [],
        Forms = [],
    };
}
