using IncidentBot.Core.Bot;
using IncidentBot.Tests.Tickets.GitHub;
using IncidentBot.Tests.Tickets.Jira;
using IncidentBot.Tickets;
using Xunit;

namespace IncidentBot.Tests.Tickets;

public sealed class TicketsCheckTests
{
    [Fact]
    public async Task A_repository_that_is_set_up_is_fine_and_nothing_is_opened()
    {
        await using var github = await GitHubDouble.OpenAsync();
        var lines = await LinesAsync(TrackerUnderTest.GitHub(github));
        Assert.Equal(["Tickets:GitHub:Repository Fine", "Tickets:GitHub:Token Fine", "Webhooks Remark"], lines.Select(line => $"{line.Subject} {line.Result}"));
        Assert.Empty(github.Issues);
    }

    [Fact]
    public async Task A_token_that_may_only_read_is_found_out()
    {
        await using var github = await GitHubDouble.OpenAsync();
        github.ReadOnly = true;
        var fault = Assert.Single(await LinesAsync(TrackerUnderTest.GitHub(github)), line => line.Result is CheckResult.Fault);
        Assert.Contains("Issues: read and write", fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_GitHub_does_not_know_is_not_repeated()
    {
        await using var github = await GitHubDouble.OpenAsync();
        var options = TrackerUnderTest.GitHub(github);
        var fault = Assert.Single(await LinesAsync(options with { GitHub = options.GitHub! with { Token = "test-secret-other" } }), line => line.Result is CheckResult.Fault);
        Assert.Contains("does not know the token", fault.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret-other", fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_that_are_switched_off_are_a_fault()
    {
        await using var github = await GitHubDouble.OpenAsync();
        github.HasIssues = false;
        Assert.Contains(await LinesAsync(TrackerUnderTest.GitHub(github)), line => line.Result is CheckResult.Fault && line.Words.Contains("switched off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Jira_project_that_is_set_up_is_fine()
    {
        await using var jira = await JiraDouble.OpenAsync();
        var lines = await LinesAsync(TrackerUnderTest.Jira(jira));
        Assert.Equal(["Tickets:Jira:ApiToken Fine", "Tickets:Jira:Project Fine", "Permissions Fine", "Tickets:Jira:IssueType Fine", "Webhooks Remark"], lines.Select(line => $"{line.Subject} {line.Result}"));
        Assert.Empty(jira.Issues);
    }

    [Fact]
    public async Task A_type_that_the_project_lacks_is_told_with_those_that_it_has()
    {
        await using var jira = await JiraDouble.OpenAsync();
        var options = TrackerUnderTest.Jira(jira);
        var fault = Assert.Single(await LinesAsync(options with { Jira = options.Jira! with { IssueType = "Follow-up" } }), line => line.Result is CheckResult.Fault);
        Assert.Equal("OPS has no type Follow-up. It has Task, Bug.", fault.Words);
    }

    private static async Task<IReadOnlyList<CheckLine>> LinesAsync(TicketsOptions options)
    {
        var lines = new List<CheckLine>();
        await foreach (var line in TicketsCheck.RunAsync(options, TimeProvider.System, TestContext.Current.CancellationToken)) lines.Add(line);
        return lines;
    }
}
