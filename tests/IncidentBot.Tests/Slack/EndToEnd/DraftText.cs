using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>A postmortem's Markdown file, or a timeline's.</summary>
internal sealed partial class DraftText(string markdown)
{
    private static readonly string[] Headings =
    [
        "## Part 1. What happened?", "### Summary", "### Impact", "### Root causes", "### Trigger", "### Resolution", "### Detection",
        "### Lessons learned", "#### What went well?", "#### What didn't go so well?", "#### Where did we get lucky?",
        "## Part 2. What can we do differently next time?", "| Owners | Action items | Priority | Bug/Tickets |",
        "## Appendix", "### Timeline", "### Metrics", "### Error budget", "### Capture completeness",
    ];

    public void HasAllSections(string title)
    {
        var lines = markdown.Split('\n').ToList();
        Assert.Contains(lines, line => line.StartsWith("# Postmortem INC-", StringComparison.Ordinal) && line.EndsWith(title, StringComparison.Ordinal));
        Assert.All(Headings, heading => Assert.Contains(heading, lines));
        Assert.Equal(Headings, Headings.OrderBy(lines.IndexOf));
    }

    /// <summary>Each stands once on the timeline.</summary>
    public void HasEachOnce(IEnumerable<string> words)
    {
        var timeline = Timeline();
        Assert.Empty(words.Select(word => (word, times: Regex.Count(timeline, Regex.Escape(word)))).Where(found => found.times != 1).Select(found => $"“{found.word}” stands {found.times.ToString(CultureInfo.InvariantCulture)} times in\n{timeline}"));
    }

    /// <summary>The line is a highlight.</summary>
    public void Marks(string words) => Assert.Contains("📌", Timeline().Split('\n').Single(line => line.Contains(words, StringComparison.Ordinal)), StringComparison.Ordinal);

    public void HasNone(IEnumerable<string> words) => Assert.DoesNotContain(words, word => markdown.Contains(word, StringComparison.Ordinal));

    public void IsComplete(int messages) => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{messages} of {messages} messages, 0 gaps"), markdown, StringComparison.Ordinal);

    /// <summary>People and rooms have names; ids stand in addresses only.</summary>
    public void HasNoRawIds() => Assert.Empty(RawId().Matches(Address().Replace(markdown, "")).Select(match => match.Value));

    private string Timeline() => markdown.IndexOf("### Timeline", StringComparison.Ordinal) is > 0 and var from ? markdown[from..markdown.IndexOf("### Metrics", StringComparison.Ordinal)] : markdown;

    [GeneratedRegex(@"\b[A-Z]{1,2}0DBL\d+")]
    private static partial Regex RawId();

    [GeneratedRegex(@"https?://[^\s)>]+")]
    private static partial Regex Address();
}
