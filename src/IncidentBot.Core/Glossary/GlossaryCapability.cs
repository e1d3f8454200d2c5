using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Glossary;

public static class GlossaryCapability
{
    public static readonly Capability Table = new()
    {
        Commands = [],
        Buttons = [],
        Forms = [],
    };
}
