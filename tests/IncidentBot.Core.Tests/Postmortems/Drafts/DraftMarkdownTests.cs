using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Drafts;

public sealed class DraftMarkdownTests
{
    [Fact]
    public void A_small_incident_with_everything_in_it() => Assert.Equal(Golden("full"), DraftMarkdown.Of(SomeDraft.Draft(SomeDraft.Full)));

    [Fact]
    public void What_is_unknown_says_so() => Assert.Equal(Golden("bare"), DraftMarkdown.Of(SomeDraft.Draft(SomeDraft.Bare)));

    [Fact]
    public void Nothing_from_the_chat_becomes_markup()
    {
        const string Hostile = "<img src=x> [a](javascript:x) `b` **c** | d";
        var now = SomeDraft.Bare with
        {
            Incident = SomeDraft.Resolved() with { TitleAsWritten = Hostile },
            Postmortem = SomeDraft.Review(SomeDraft.Answer(QuestionKind.Impact, Hostile, Some.Person(Hostile))),
            ActionItems = [Some.ActionItem(1, Hostile)],
            Timeline = [Some.Entry(Hostile, by: Some.Person(Hostile))],
        };
        var file = DraftMarkdown.Of(SomeDraft.Draft(now));
        Assert.DoesNotContain("<img", file, StringComparison.Ordinal);
        Assert.DoesNotContain("[a](", file, StringComparison.Ordinal);
        Assert.DoesNotContain("**c**", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_clocks_amid_the_incident_is_said()
    {
        var now = SomeDraft.Bare with
        {
            Timeline = [Some.Entry("before", "m1", new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero)), Some.Entry("after", "m2", new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero))],
        };
        var file = DraftMarkdown.Of(SomeDraft.Draft(now));
        Assert.Contains("#### 2026-10-25 (UTC+01:00)", file, StringComparison.Ordinal);
        Assert.Contains("The clocks were changed to UTC+00:00.", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_of_a_long_timeline_is_in_the_file()
    {
        var now = SomeDraft.Bare with { Timeline = [.. Enumerable.Range(0, 10_000).Select(i => Some.Entry($"message number {i} of many", $"m{i}", Some.Time.AddSeconds(i)))] };
        var file = DraftMarkdown.Of(SomeDraft.Draft(now));
        Assert.Equal(10_000, file.Split("message number ").Length - 1);
    }

    [Fact]
    public void The_date_is_that_of_the_earliest_known_time() =>
        Assert.Contains("- **Date:** 2026-11-20 (", DraftMarkdown.Of(SomeDraft.Draft(SomeDraft.Bare with { Incident = SomeDraft.Resolved(SomeDraft.Milestone(MilestoneKind.Resolved, -2 * 24 * 60)) })), StringComparison.Ordinal);

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Postmortems", "Drafts", $"{name}.golden.md")).ReplaceLineEndings("\n");
}
