using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Tickets.Jira;
using Xunit;

namespace IncidentBot.Tests.Tickets.Jira;

public sealed class JiraTrackerTests : IAsyncLifetime
{
    private JiraDouble _jira = null!;
    private TrackerUnderTest _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _jira = await JiraDouble.OpenAsync();
        _bot = new(TrackerUnderTest.Jira(_jira));
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _jira.DisposeAsync();
    }

    [Fact]
    public async Task An_item_becomes_an_issue_that_carries_two_labels()
    {
        var ticket = await _bot.OpensAsync();
        var issue = Assert.Single(_jira.Issues);
        Assert.Equal(["incidentbot", "incidentbot-local-A-7"], issue.Labels);
        Assert.Contains("\"text\":\"@ben of #12 ", issue.Description.Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("OPS-1", "10001", new Uri(_jira.Url, "browse/OPS-1").ToString()), (ticket.Key, ticket.Id, ticket.Url));
    }

    [Fact]
    public async Task It_gets_the_title_of_its_item_unless_somebody_gave_it_another()
    {
        var ticket = await _bot.OpensAsync();
        var issue = Assert.Single(_jira.Issues);
        await _bot.RetitlesAsync(ticket, "Add two canaries");
        await _bot.RetitlesAsync(ticket, "Add two canaries"); // once more, after a lost answer
        Assert.Equal("Add two canaries", issue.Summary);
        issue.Summary = "Canaries, two of them";
        await _bot.RetitlesAsync(ticket, "Add three canaries", was: "Add two canaries");
        Assert.Equal("Canaries, two of them", issue.Summary);
    }

    [Fact]
    public async Task An_account_that_may_not_edit_issues_holds_nothing_else_up()
    {
        var ticket = await _bot.OpensAsync();
        _jira.Fails("PUT", "/issue/10001", 403);
        Assert.Equal(ChatFault.Refused, (await _bot.RefusedAsync(() => _bot.RetitlesAsync(ticket, "Add two canaries"))).Fault);
        Assert.Null(_bot.Fault);
        Assert.Equal(ActionItemStatus.Done, (await _bot.MovesAsync(ticket, ActionItemStatus.Done)).Stands);
    }

    [Fact]
    public async Task An_issue_whose_answer_got_lost_is_looked_for_once_it_can_be_found()
    {
        _jira.Fails("POST", "/issue", lost: true);
        var lost = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Equal((ChatFault.Temporary, JiraApi.UntilFound), (lost.Fault, lost.RetryAfter));
        _bot.Time.Advance(JiraApi.UntilFound);
        Assert.Equal("OPS-1", (await _bot.OpensAsync(again: true)).Key);
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task The_one_way_to_done_is_taken_with_a_comment()
    {
        var ticket = await _bot.OpensAsync();
        Assert.Equal(ActionItemStatus.Done, (await _bot.MovesAsync(ticket, ActionItemStatus.Done)).Stands);
        var issue = Assert.Single(_jira.Issues);
        Assert.Equal(("Done", 1), (issue.Status.Name, issue.Comments.Count));
    }

    [Fact]
    public async Task Where_several_lead_there_the_choice_is_left_to_people()
    {
        _jira.Statuses.Add(("4", "Won't do", "done"));
        var ticket = await _bot.OpensAsync();
        Assert.Equal(ActionItemStatus.Open, (await _bot.MovesAsync(ticket, ActionItemStatus.Dropped)).Stands);
        var issue = Assert.Single(_jira.Issues);
        Assert.Equal(("To Do", 1), (issue.Status.Name, issue.Comments.Count));
    }

    [Theory]
    [InlineData("/comment")]
    [InlineData("/transitions")]
    public async Task A_comment_is_written_once_whatever_answer_got_lost(string path)
    {
        var ticket = await _bot.OpensAsync();
        _jira.Fails("POST", path, lost: true);
        var lost = await _bot.RefusedAsync(() => _bot.MovesAsync(ticket, ActionItemStatus.Done));
        _bot.Time.Advance(lost.RetryAfter!.Value);
        await _bot.MovesAsync(ticket, ActionItemStatus.Done, again: true);
        var issue = Assert.Single(_jira.Issues);
        Assert.Equal(("Done", 1), (issue.Status.Name, issue.Comments.Count));
    }

    [Theory]
    [InlineData("Done", null, ActionItemStatus.Done, null)]
    [InlineData("Done", "Done", ActionItemStatus.Done, null)]
    [InlineData("Done", "Won't Do", ActionItemStatus.Dropped, "Won't Do")]
    [InlineData("Won't do", null, ActionItemStatus.Dropped, "Won't do")]
    [InlineData("In Progress", null, ActionItemStatus.Open, null)]
    public async Task Changes_tell_how_an_issue_stands_and_who_moved_it(string status, string? resolution, ActionItemStatus stands, string? reason)
    {
        _jira.Statuses.Add(("4", "Won't do", "done"));
        await _bot.OpensAsync();
        _jira.Changes(1, status, resolution);
        var seen = Assert.Single((await _bot.Tracker.ChangesAsync(_bot.Time.GetUtcNow(), TestContext.Current.CancellationToken)).Seen);
        Assert.Equal((stands, reason), (seen.Stands, seen.Reason));
        Assert.Equal("Olga", (await _bot.Tracker.WithPersonAsync(seen, "OPS-1", TestContext.Current.CancellationToken)).By);
    }

    [Fact]
    public async Task A_field_that_cannot_be_set_is_refused_with_what_to_do()
    {
        _jira.LabelsOnScreen = false;
        var refused = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.EndsWith("Put the field Labels on the screen for creating issues in OPS.", refused.Message, StringComparison.Ordinal);
        Assert.Null(_bot.Fault);
    }

    [Theory]
    [InlineData(429, "41", 41)]
    [InlineData(429, "999999", 3600)]
    [InlineData(503, "41", 41)]
    [InlineData(500, null, 30)]
    [InlineData(401, null, 300)]
    [InlineData(403, null, 300)]
    public async Task What_passes_is_tried_again_when_that_makes_sense(int status, string? retryAfter, int seconds)
    {
        _jira.Fails("POST", "/issue", status, """{"errorMessages":["no"],"errors":{}}""", headers: retryAfter is null ? [] : [("Retry-After", retryAfter)]);
        var failure = await _bot.RefusedAsync(() => _bot.OpensAsync());
        Assert.Equal((ChatFault.Temporary, TimeSpan.FromSeconds(seconds)), (failure.Fault, failure.RetryAfter));
        Assert.DoesNotContain(JiraDouble.ApiToken, failure.ToString(), StringComparison.Ordinal);
        Assert.NotNull(_bot.Fault);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_told_when_it_is_asked_for_changes()
    {
        _jira.Fails("POST", "/search/jql", 400, """{"errorMessages":["The value 'OPS' does not exist for the field 'project'."],"errors":{}}""");
        var refused = await _bot.RefusedAsync(() => _bot.Line.RunAsync(tracker => tracker.ChangesAsync(_bot.Time.GetUtcNow(), TestContext.Current.CancellationToken)));
        Assert.Equal(ChatFault.Temporary, refused.Fault);
        Assert.Contains("does not exist for the field 'project'", _bot.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_was_deleted_is_gone()
    {
        var ticket = await _bot.OpensAsync();
        Assert.Equal(ChatFault.Gone, (await _bot.RefusedAsync(() => _bot.MovesAsync(ticket with { Id = "99999" }, ActionItemStatus.Done))).Fault);
    }
}
