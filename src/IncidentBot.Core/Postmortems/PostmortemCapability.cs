using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Postmortems;

public static class PostmortemCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
        Buttons = [],
        Forms = [],
    };
}
