using IncidentBot.Core.Masking;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

/// <summary>The rules against labelled lines of incident talk.</summary>
/// <remarks>The rules were tuned on secrets.samples.txt, and on secrets.seen.samples.txt since they were measured there. For how they do on lines of others, see the files called unseen.</remarks>
public sealed class SecretSamplesTests(ITestOutputHelper output)
{
    private const string Folder = "Masking";

    /// <summary>Filled into lines that hold a secret, and none themselves.</summary>
    private static readonly string[] NoSecrets = ["commit", "short-commit", "account", "millis", "digits-16", "card-of-nobody"];

    public static TheoryData<string> Files => LabelledLines.Files(Folder);

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_find_what_they_should_and_little_else(string file)
    {
        var samples = LabelledLines.Read(Folder, file);
        var (hits, misses, wrong) = (0, 0, 0);
        foreach (var (index, sample) in samples.Lines.Index())
        {
            var text = new SecretMaker(index).Fill(sample.Text, out var made);
            var secrets = sample.Holds ? made.Where(one => !NoSecrets.Contains(one.Kind)).Select(one => one.Value).ToList() : [];
            var masked = Secrets.Mask(text);
            var missed = secrets.Count(secret => masked.Text.Contains(secret, StringComparison.Ordinal));
            var found = masked.Found.Count(one => !secrets.Any(secret => Overlap(text, one, secret)));
            (hits, misses, wrong) = (hits + secrets.Count - missed, misses + missed, wrong + found);
            if (missed + found > 0 && !samples.IsUnseen) output.WriteLine($"{(missed > 0 ? "missed" : "wrong")}: {sample.Text} → {masked.Text}");
        }
        samples.Hold(hits, misses, wrong, output);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Masking_what_is_masked_changes_nothing(string file) => Assert.All(LabelledLines.Read(Folder, file).Lines.Index(), indexed =>
    {
        var once = Secrets.Mask(new SecretMaker(indexed.Index).Fill(indexed.Item.Text, out _)).Text;
        Assert.Equal(once, Secrets.Mask(once).Text);
    });

    [Fact]
    public void There_are_enough_samples_of_both_kinds()
    {
        var lines = Files.SelectMany(file => LabelledLines.Read(Folder, file.Data).Lines).ToList();
        Assert.InRange(lines.Count(line => line.Holds), 170, 10_000);
        Assert.InRange(lines.Count(line => !line.Holds), 190, 10_000);
    }

    private static bool Overlap(string text, FoundSecret found, string secret) =>
        text.Substring(found.Start, found.Length) is var words && (words.Contains(secret, StringComparison.Ordinal) || secret.Contains(words, StringComparison.Ordinal));
}
