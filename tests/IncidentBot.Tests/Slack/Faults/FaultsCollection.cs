using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Tests that break things: one after another, so that what is measured is the bot and not the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultsCollection
{
    public const string Name = "Faults of Slack";
}
