using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Glossary;

public static class GlossaryCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("glossary", "glossary [TERM]", "Explains a term, such as error budget or TTD.", ExplainTerm.Decide)
            {
                Aliases = ["define"],
                Examples = ["glossary", "glossary error budget"],
            },
        ],
    };
}
