using IncidentBot.Core.Masking;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

/// <summary>The rules against labelled lines of incident talk.</summary>
/// <remarks>
/// In the first file the rules were never changed because of a line in every third place, but lines and rules are by the same hand.
/// The unseen file was written without sight of the rules, and the rules are never changed because of it.
/// </remarks>
public sealed class SecretSamplesTests(ITestOutputHelper output)
{
    /// <summary>Filled into lines that hold a secret, and none themselves.</summary>
    private static readonly string[] NoSecrets = ["commit", "short-commit", "account", "millis", "digits-16", "card-of-nobody"];

    private static readonly IReadOnlyList<Sample> Samples = Read("secrets.samples.txt");

    private static readonly IReadOnlyList<Sample> Unseen = Read("secrets.unseen.samples.txt");

    public static TheoryData<string, bool> Parts => new() { { "tuned", false }, { "every third", true } };

    [Fact]
    public void There_are_enough_samples_of_both_kinds()
    {
        Assert.InRange(Samples.Count(sample => sample.HoldsSecret), 100, 1000);
        Assert.InRange(Samples.Count(sample => !sample.HoldsSecret), 100, 1000);
        Assert.InRange(Unseen.Count(sample => sample.HoldsSecret), 60, 1000);
        Assert.InRange(Unseen.Count(sample => !sample.HoldsSecret), 60, 1000);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Rules_find_what_they_should_and_little_else(string part, bool third)
    {
        var (precision, recall) = Measure(part, Samples.Index().Where(indexed => indexed.Index % 3 == 2 == third), tells: !third);
        Assert.True(precision >= 0.95, $"precision {precision:0.000}");
        Assert.True(recall >= 0.9, $"recall {recall:0.000}");
    }

    [Fact]
    public void Rules_hold_on_lines_written_without_sight_of_them()
    {
        var (precision, recall) = Measure("unseen", Unseen.Index(), tells: false);
        Assert.True(precision >= 0.93, $"precision {precision:0.000}");
        Assert.True(recall >= 0.95, $"recall {recall:0.000}");
    }

    [Fact]
    public void Masking_what_is_masked_changes_nothing() => Assert.All(Samples.Index().Concat(Unseen.Index()), indexed =>
    {
        var once = Secrets.Mask(new SecretMaker(indexed.Index).Fill(indexed.Item.Text, out _)).Text;
        Assert.Equal(once, Secrets.Mask(once).Text);
    });

    private (double Precision, double Recall) Measure(string part, IEnumerable<(int Index, Sample Sample)> samples, bool tells)
    {
        var (hits, misses, wrong) = (0, 0, 0);
        foreach (var (index, sample) in samples)
        {
            var text = new SecretMaker(index).Fill(sample.Text.Replace("\\n", "\n", StringComparison.Ordinal), out var made);
            var secrets = sample.HoldsSecret ? made.Where(one => !NoSecrets.Contains(one.Kind)).Select(one => one.Value).ToList() : [];
            var masked = Secrets.Mask(text);
            var missed = secrets.Count(secret => masked.Text.Contains(secret, StringComparison.Ordinal));
            var found = masked.Found.Count(one => !secrets.Any(secret => Overlap(text, one, secret)));
            (hits, misses, wrong) = (hits + secrets.Count - missed, misses + missed, wrong + found);
            if (missed + found > 0 && tells) output.WriteLine($"{(missed > 0 ? "missed" : "wrong")}: {sample.Text} → {masked.Text}");
        }
        var (precision, recall) = ((double)hits / (hits + wrong), (double)hits / (hits + misses));
        output.WriteLine($"{part}: precision {precision:0.000}, recall {recall:0.000} ({hits} found, {misses} missed, {wrong} wrong)");
        return (precision, recall);
    }

    private static IReadOnlyList<Sample> Read(string file) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Masking", file)).Select(Sample.Read)];

    private static bool Overlap(string text, FoundSecret found, string secret) =>
        text.Substring(found.Start, found.Length) is var words && (words.Contains(secret, StringComparison.Ordinal) || secret.Contains(words, StringComparison.Ordinal));

    private sealed record Sample(bool HoldsSecret, string Text)
    {
        public static Sample Read(string line) => new(line[0] == '+', line[2..]);
    }
}
