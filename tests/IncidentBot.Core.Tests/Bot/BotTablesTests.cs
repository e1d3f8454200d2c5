using IncidentBot.Core.Bot;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class BotTablesTests
{
    public static TheoryData<string> Names => [.. BotTables.Commands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_is_found_by_its_word_in_any_case_and_explains_itself(string name)
    {
        var command = BotTables.Command(name.ToUpperInvariant())!;
        Assert.Equal(name, command.Name);
        Assert.StartsWith(name, command.Usage, StringComparison.Ordinal);
        Assert.EndsWith(".", command.Help, StringComparison.Ordinal);
        Assert.InRange(command.Help.Length, 5, 100);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_begin_with_one_of_its_words(string name)
    {
        var command = BotTables.Command(name)!;
        Assert.All(command.Examples, example => Assert.Same(command, BotTables.Command(example.Split(' ')[0])));
    }
}
