using IncidentBot.Core.Blameless;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Blameless;

/// <summary>The rules against labelled lines of incident talk. Every third line is held out: the rules were never changed because of one.</summary>
public sealed class BlameSamplesTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(bool Blames, string Text)> Samples =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Blameless", "blame.samples.txt")).Select(line => (line[0] == '+', line[2..].Replace("\\n", "\n", StringComparison.Ordinal)))];

    private static readonly NamedPeople People = new([Some.Person("Ana Ruiz"), Some.Person("Ben"), Some.Person("Chidi Okafor"), Some.Person("Grace Will"), Some.Person("Mark")]);

    public static TheoryData<string, bool> Parts => new() { { "tuned", false }, { "held out", true } };

    [Fact]
    public void There_are_enough_samples_of_both_kinds()
    {
        Assert.InRange(Samples.Count(sample => sample.Blames), 100, 1000);
        Assert.InRange(Samples.Count(sample => !sample.Blames), 100, 1000);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Rules_find_what_they_should_and_little_else(string part, bool heldOut)
    {
        var (hits, misses, wrong) = (0, 0, 0);
        foreach (var (index, (blames, text)) in Samples.Index().Where(indexed => indexed.Index % 3 == 2 == heldOut))
        {
            var found = Blame.In(text, People);
            (hits, misses, wrong) = (blames, found) switch
            {
                (true, not null) => (hits + 1, misses, wrong),
                (true, null) => (hits, misses + 1, wrong),
                (false, not null) => (hits, misses, wrong + 1),
                (false, null) => (hits, misses, wrong),
            };
            if (blames != found is not null && !heldOut) output.WriteLine($"{(blames ? "missed" : "wrong")} {index}: {text} {found?.Rule.Id} {found?.Words}");
        }
        var (precision, recall) = ((double)hits / (hits + wrong), (double)hits / (hits + misses));
        output.WriteLine($"{part}: precision {precision:0.000}, recall {recall:0.000} ({hits} found, {misses} missed, {wrong} wrong)");
        Assert.True(precision >= 0.95, $"precision {precision:0.000}");
        Assert.True(recall >= 0.9, $"recall {recall:0.000}");
    }
}
