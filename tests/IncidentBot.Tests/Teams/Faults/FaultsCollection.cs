using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>Tests that break things: one after another, so that what is measured is the bot and not the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultsCollection
{
    public const string Name = "Faults of Teams";

    /// <summary>The bot says nothing by itself meanwhile.</summary>
    internal static readonly string[] Quiet = ["--Incidents:PromptAfter", "7.00:00:00"];
}
