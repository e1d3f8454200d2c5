using System.Runtime.CompilerServices;
using IncidentBot.Core.Blameless;
using IncidentBot.Core.Masking;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

public sealed class RuleDocumentsTests
{
    [Fact]
    public void Every_masking_rule_is_documented_with_what_stands_in_its_place()
    {
        var document = Read("masking.md");
        Assert.All(Secrets.Rules, rule => Assert.Contains(document, line => line.StartsWith($"| `{rule.Id}` | ", StringComparison.Ordinal) && line.EndsWith($"| `[masked: {rule.Name}]` |", StringComparison.Ordinal)));
        Assert.Equal(Secrets.Rules.Count, document.Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_hint_rule_is_documented_with_its_reason_and_its_idea()
    {
        var document = Read("blameless-hints.md");
        Assert.All(Blame.Rules, rule => Assert.Contains(document, line => line.StartsWith($"| `{rule.Id}` | ", StringComparison.Ordinal) && line.EndsWith($"| {rule.Why} | {rule.Idea} |", StringComparison.Ordinal)));
        Assert.Equal(Blame.Rules.Count, document.Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_rule_loses_itself_in_a_long_text()
    {
        string[] parts = ["password ", "eyJ", "a:b@", "https://a:", "-----BEGIN PRIVATE KEY-----", "4 ", "secret_", "Ben should ", "Cookie: a=", "curl -u "];
        var watch = System.Diagnostics.Stopwatch.StartNew(); // seconds on any machine; a pattern that tries everything with everything would take days
        foreach (var part in parts)
        {
            var text = string.Concat(Enumerable.Repeat(part, 40_000 / part.Length));
            Secrets.AreIn(text);
            Blame.In(text, new([]));
        }
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    private static string[] Read(string name, [CallerFilePath] string here = "") => File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", name));
}
