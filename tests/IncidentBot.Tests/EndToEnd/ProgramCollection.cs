using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Tests that run the program: one after another, so that none takes the machine from another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProgramCollection
{
    public const string Name = "The program";
}
