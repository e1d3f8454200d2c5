using IncidentBot.Core.Blameless;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Blameless;

/// <summary>The rules against labelled lines of incident talk.</summary>
/// <remarks>The rules were tuned on blame.samples.txt, and on blame.seen.samples.txt since they were measured there. For how they do on lines of others, see the files called unseen.</remarks>
public sealed class BlameSamplesTests(ITestOutputHelper output)
{
    private const string Folder = "Blameless";

    public static TheoryData<string> Files => LabelledLines.Files(Folder);

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_find_what_they_should_and_little_else(string file)
    {
        var samples = LabelledLines.Read(Folder, file);
        var people = new NamedPeople([.. samples.People.Select(name => Some.Person(name))]);
        var (found, missed, wrong) = (0, 0, 0);
        foreach (var (blames, text) in samples.Lines)
        {
            var blame = Blame.In(text, people);
            if (blames && blame is not null) found++;
            else if (blames) missed++;
            else if (blame is not null) wrong++;
            if (blames != blame is not null && !samples.IsUnseen) output.WriteLine($"{(blames ? "missed" : "wrong")}: {text} {blame?.Rule.Id} {blame?.Words}");
        }
        samples.Hold(found, missed, wrong, output);
    }

    [Fact]
    public void There_are_enough_samples_of_both_kinds()
    {
        var lines = Files.SelectMany(file => LabelledLines.Read(Folder, file.Data).Lines).ToList();
        Assert.InRange(lines.Count(line => line.Holds), 280, 10_000);
        Assert.InRange(lines.Count(line => !line.Holds), 300, 10_000);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_hint_says_why_and_how_else_in_a_few_short_sentences(string id)
    {
        var rule = Blame.Rules.Single(rule => rule.Id == id);
        Assert.InRange(rule.Why.Length, 20, 120);
        Assert.InRange(rule.Why.Split(". ").Length, 1, 2);
        Assert.InRange(rule.Idea.Length, 20, 120);
        Assert.Matches("^“[^“”]+[.?]”$", rule.Idea);
        Assert.DoesNotMatch("(?i)\\b(?:must|should|never|wrong of you|please)\\b", rule.Why.Replace("“never”", "", StringComparison.Ordinal));
    }

    [Fact]
    public void No_idea_is_worth_a_hint_itself() => Assert.All(Blame.Rules, rule => Assert.Null(Blame.In(rule.Idea.Trim('“', '”'), new([]))));

    public static TheoryData<string> RuleIds => [.. Blame.Rules.Select(rule => rule.Id)];
}
