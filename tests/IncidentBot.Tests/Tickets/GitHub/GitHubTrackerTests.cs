using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using Xunit;

namespace IncidentBot.Tests.Tickets.GitHub;

/// <summary>Octokit itself against a double of GitHub.</summary>
public sealed class GitHubTrackerTests : IAsyncLifetime
{
    private GitHubDouble _github = null!;
    private TrackerUnderTest _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _github = await GitHubDouble.OpenAsync();
        _bot = new(TrackerUnderTest.GitHub(_github));
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task An_item_becomes_an_issue_with_its_labels()
    {
        var ticket = await _bot.OpensAsync();
        var issue = Assert.Single(_github.Issues);
        Assert.Equal(("Add a canary", "postmortem"), (issue.Title, Assert.Single(issue.Labels)));
        Assert.Equal(("acme/shop#1", issue.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), (ticket.Key, ticket.Id));
        Assert.EndsWith("/acme/shop/issues/1", ticket.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_calls_nobody_and_is_no_markup()
    {
        await _bot.OpensAsync();
        var body = Assert.Single(_github.Issues).Body;
        Assert.Contains("[INC-1: checkout](https://chat.example/1)", body, StringComparison.Ordinal);
        Assert.DoesNotContain("@ben", body, StringComparison.Ordinal);
        Assert.DoesNotContain("#12", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_shortened()
    {
        await _bot.OpensAsync(string.Join(' ', Enumerable.Repeat("canary", 80)));
        Assert.InRange(Assert.Single(_github.Issues).Title.Length, 200, 256);
    }

    [Fact]
    public async Task It_gets_the_title_of_its_item_unless_somebody_gave_it_another()
    {
        var ticket = await _bot.OpensAsync();
        var issue = Assert.Single(_github.Issues);
        issue.Milestone = 3;
        await _bot.RetitlesAsync(ticket, "Add two canaries");
        await _bot.RetitlesAsync(ticket, "Add two canaries"); // once more, after a lost answer
        Assert.Equal("Add two canaries", issue.Title);
        Assert.Equal(3, issue.Milestone);
        issue.Title = "Canaries, two of them";
        await _bot.RetitlesAsync(ticket, "Add three canaries", was: "Add two canaries");
        Assert.Equal("Canaries, two of them", issue.Title);
    }

    [Fact]
    public async Task An_issue_whose_answer_got_lost_is_found_and_not_opened_again()
    {
        _github.Fails("POST", "/issues", lost: true);
        var lost = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Equal(ChatFault.Temporary, lost.Fault);
        _bot.Time.Advance(lost.RetryAfter!.Value);
        Assert.Equal("acme/shop#1", (await _bot.OpensAsync(again: true)).Key);
        Assert.Single(_github.Issues);
    }

    [Fact]
    public async Task It_is_found_behind_pages_of_others_and_beside_an_item_with_a_longer_number()
    {
        await _bot.OpensAsync(item: 7);
        await _bot.OpensAsync(item: 70);
        for (var other = 0; other < 250; other++) _github.Opens($"other {other}");
        Assert.Equal("acme/shop#1", (await _bot.OpensAsync(item: 7, again: true)).Key);
    }

    [Fact]
    public async Task A_retry_that_finds_none_opens_one()
    {
        await _bot.OpensAsync(item: 70);
        Assert.Equal("acme/shop#2", (await _bot.OpensAsync(item: 7, again: true)).Key);
    }

    [Theory]
    [InlineData(ActionItemStatus.Done, "closed", "completed")]
    [InlineData(ActionItemStatus.Dropped, "closed", "not_planned")]
    public async Task It_is_commented_on_and_closed(ActionItemStatus to, string state, string reason)
    {
        var ticket = await _bot.OpensAsync();
        Assert.Equal(to, (await _bot.MovesAsync(ticket, to)).Stands);
        var issue = Assert.Single(_github.Issues);
        Assert.Equal((state, reason), (issue.State, issue.StateReason));
        Assert.StartsWith("A-7 is done, said", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_opened_again()
    {
        var ticket = await _bot.OpensAsync();
        _github.Changes(1, "closed", "completed");
        Assert.Equal(ActionItemStatus.Open, (await _bot.MovesAsync(ticket, ActionItemStatus.Open)).Stands);
        Assert.Equal("open", Assert.Single(_github.Issues).State);
    }

    [Fact]
    public async Task One_that_stands_so_already_is_left_alone()
    {
        var ticket = await _bot.OpensAsync();
        _github.Changes(1, "closed", "completed");
        await _bot.MovesAsync(ticket, ActionItemStatus.Done);
        Assert.Empty(Assert.Single(_github.Issues).Comments);
    }

    [Theory]
    [InlineData("POST", "/comments")]
    [InlineData("PATCH", "/issues/1")]
    public async Task A_comment_is_written_once_whatever_answer_got_lost(string method, string path)
    {
        var ticket = await _bot.OpensAsync();
        _github.Fails(method, path, lost: true);
        var lost = await _bot.RefusedAsync(() => _bot.MovesAsync(ticket, ActionItemStatus.Done));
        _bot.Time.Advance(lost.RetryAfter!.Value);
        await _bot.MovesAsync(ticket, ActionItemStatus.Done, again: true);
        var issue = Assert.Single(_github.Issues);
        Assert.Equal(("closed", 1), (issue.State, issue.Comments.Count));
    }

    [Fact]
    public async Task Changes_are_asked_for_since_the_last_one_and_cost_nothing_while_there_are_none()
    {
        await _bot.OpensAsync();
        _github.Opens("a pull request", pull: true);
        var first = await ChangesAsync(new(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
        Assert.Equal(ActionItemStatus.Open, Assert.Single(first.Seen).Stands);
        _github.Changes(1, "closed", "not_planned");
        var second = await ChangesAsync(first.Until);
        var seen = Assert.Single(second.Seen, seen => seen.Stands is ActionItemStatus.Dropped);
        Assert.Equal("not planned", seen.Reason);
        Assert.Equal("octocat", (await _bot.Tracker.WithPersonAsync(seen, "acme/shop#1", TestContext.Current.CancellationToken)).By);
        Assert.Equal(await Ids(second.Until), await Ids(second.Until)); // the second answer is 304, and Octokit gives the kept list
    }

    private Task<IncidentBot.Tickets.TicketChanges> ChangesAsync(DateTimeOffset since) => _bot.Tracker.ChangesAsync(since, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> Ids(DateTimeOffset since) => [.. (await ChangesAsync(since)).Seen.Select(seen => seen.Id)];
}
