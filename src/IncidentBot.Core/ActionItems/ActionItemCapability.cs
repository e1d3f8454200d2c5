using IncidentBot.Core.Bot;

namespace IncidentBot.Core.ActionItems;

public static class ActionItemCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
        Buttons = [],
        Forms = [],
    };
}
