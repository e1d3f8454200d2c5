namespace IncidentBot.Core.Bot;

public static class HelpCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
    };
}
