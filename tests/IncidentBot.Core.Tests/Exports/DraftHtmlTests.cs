using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Core.Exports.Pages;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using IncidentBot.Core.Tests.Slos.Charts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Exports;

public sealed partial class DraftHtmlTests
{
    private const string Hostile = "</style><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & \u0007 [a](javascript:x) {{b}}";

    [Fact]
    public void Nothing_from_the_chat_becomes_markup()
    {
        var somebody = Some.Person(Hostile);
        var page = DraftHtml.Of(SomeDraft.Draft(SomeDraft.Bare with
        {
            Incident = SomeDraft.Resolved() with { TitleAsWritten = Hostile, Roles = [new(Hostile, somebody)] },
            Postmortem = SomeDraft.Review(SomeDraft.Answer(QuestionKind.Impact, Hostile, somebody) with { Files = [new(Hostile, "javascript:alert(3)"), new(Hostile, "https://files.example/\"onmouseover=\"x")] }),
            ActionItems = [Some.ActionItem(1, Hostile, somebody) with { Ticket = "javascript:alert(4)" }],
            Timeline = [Some.Entry(Hostile, by: somebody) with { Revisions = [new(Hostile, Some.Time)] }],
        }));
        Assert.Empty(Tags(page).Except(Tags(DraftHtml.Of(SomeDraft.Draft(SomeDraft.Full)))).Except(Tags(DraftHtml.Of(SomeDraft.Draft(SomeDraft.Bare)))));
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(EventHandler(), page);
        Assert.DoesNotContain('\u0007', page);
    }

    [Fact]
    public void What_changed_since_a_version_stands_at_its_end_and_is_no_markup()
    {
        var page = DraftHtml.Of(SomeDraft.Draft(SomeDraft.Full).Since(SomeDraft.FirstVersion));
        Assert.Contains("<h3 id=\"changes\">Changes since version 1</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<li dir=\"auto\">before: Checkout &lt;was&gt; down</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li><b>A-1</b> added<ul>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_on_another_one_s_line_says_who_put_it_there() =>
        Assert.Contains("500s here too</span> <i>put on this line by ben</i></div></li>", DraftHtml.Of(SomeDraft.Draft(SomeDraft.Curated)), StringComparison.Ordinal);

    [Fact]
    public void It_asks_for_nothing_and_runs_nothing()
    {
        var page = DraftHtml.Of(SomeDraft.Draft(SomeDraft.Full));
        Assert.Contains("content=\"default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Loaded(), page);
    }

    [Fact]
    public void A_chart_stands_in_it_with_its_description_and_its_colours_are_in_the_stylesheet()
    {
        var chart = SomeChart.Stated(SomeChart.Share(1, 2, 0.3));
        var page = DraftHtml.Of(SomeDraft.Draft(SomeDraft.Full) with { Charts = [chart, chart] });
        Assert.Contains($"<desc id=\"chart-2-desc\">{chart.Alt}</desc>", page, StringComparison.Ordinal);
        Assert.Contains(BudgetChartSvg.Css, Stylesheet(page), StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Stylesheet(page))))}'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Loaded(), page);
    }

    [Fact]
    public void Its_headings_go_down_by_one_level_at_a_time()
    {
        var levels = Headings().Matches(DraftHtml.Of(SomeDraft.Draft(SomeDraft.Full))).Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second > 1 && pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Every_entry_of_a_long_timeline_is_on_it()
    {
        var now = SomeDraft.Bare with { Timeline = [.. Enumerable.Range(0, 10_000).Select(i => Some.Entry($"message number {i} of many", $"m{i}", Some.Time.AddSeconds(i)))] };
        Assert.Equal(10_000, DraftHtml.Of(SomeDraft.Draft(now)).Split("message number ").Length - 1);
    }

    private static string Stylesheet(string page) => page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];

    private static IEnumerable<string> Tags(string page) => Tag().Matches(page).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Tag();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Headings();

    [GeneratedRegex("<[a-z][^>]*\\son[a-z]+=")]
    private static partial Regex EventHandler();

    [GeneratedRegex("<(script|link|img|iframe|object|embed|form|base)|\\ssrc=|@import|url\\(")]
    private static partial Regex Loaded();
}
