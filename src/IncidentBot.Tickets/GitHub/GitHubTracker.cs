using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;
using Octokit;

namespace IncidentBot.Tickets.GitHub;

/// <summary>Issues of one repository, through Octokit.</summary>
internal sealed class GitHubTracker(GitHubOptions options, GitHubClients clients, TimeProvider time) : ITracker
{
    private const int PageSize = 100;
    private const int MostPages = 10;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    private string Repository => $"{options.Owner}/{options.Repository}";

    public Tracker Kind => Tracker.GitHub;

    /// <remarks>By the list of issues, not by the search: an issue may be missing from the search's index for minutes.</remarks>
    public async Task<TrackedTicket?> FindAsync(OpenTicket errand, DateTimeOffset since, CancellationToken ct)
    {
        var mark = GitHubMarkdown.Mark(errand.Item);
        var from = since - ClocksDiffer;
        for (var page = 1; page <= MostPages; page++)
        {
            var issues = await IssuesAsync(new() { State = ItemStateFilter.All, SortProperty = IssueSort.Created, SortDirection = SortDirection.Descending }, page, ct);
            if (issues.FirstOrDefault(issue => issue.Body?.Contains(mark, StringComparison.Ordinal) ?? false) is { } found) return GitHubIssue.Ticket(found, options);
            if (issues.Count < PageSize || issues[^1].CreatedAt < from) return null;
        }
        return null;
    }

    public async Task<TrackedTicket> CreateAsync(OpenTicket errand, CancellationToken ct)
    {
        var issue = new NewIssue(GitHubMarkdown.Title(errand.Text.Title)) { Body = GitHubMarkdown.Body(errand.Text, GitHubMarkdown.Mark(errand.Item)) };
        foreach (var label in options.Labels) issue.Labels.Add(label);
        try
        {
            return GitHubIssue.Ticket(await AskAsync(client => client.Issue.Create(options.Owner, options.Repository, issue), ct), options);
        }
        catch (ChatException hidden) when (hidden is { Fault: ChatFault.Gone, InnerException: NotFoundException })
        {
            throw TrackerHttp.SetUpIsWrong(hidden);
        }
    }

    public async Task<SeenTicket> MoveAsync(MoveTicket errand, SayingKey key, CancellationToken ct)
    {
        var (owner, repository, number) = PlaceOf(errand.Ticket);
        var seen = GitHubIssue.Seen(await AskAsync(client => client.Issue.Get(owner, repository, number), ct));
        if (seen.Stands == errand.To) return seen;
        var mark = GitHubMarkdown.Mark(errand.Item, key.Value);
        if (key.TriedSince is not { } tried || !await HasCommentAsync(owner, repository, number, mark, tried, ct))
            await AskAsync(client => client.Issue.Comment.Create(owner, repository, number, GitHubMarkdown.Comment(errand.Comment, mark)), ct);
        return GitHubIssue.Seen(await AskAsync(client => client.Issue.Update(owner, repository, number, Update(errand.To)), ct));
    }

    public async Task RetitleAsync(RetitleTicket errand, CancellationToken ct)
    {
        var (owner, repository, number) = PlaceOf(errand.Ticket);
        var (issue, title) = (await AskAsync(client => client.Issue.Get(owner, repository, number), ct), GitHubMarkdown.Title(errand.Title));
        if (issue.Title != GitHubMarkdown.Title(errand.Was) || issue.Title == title) return;
        await AskAsync(client => client.Issue.Update(owner, repository, number, new() { Title = title, Milestone = issue.Milestone?.Number }), ct); // Octokit writes that one always
    }

    public async Task<TicketChanges> ChangesAsync(DateTimeOffset since, CancellationToken ct)
    {
        var issues = new List<Issue>();
        for (var page = 1; page <= MostPages; page++)
        {
            var some = await IssuesAsync(new() { State = ItemStateFilter.All, SortProperty = IssueSort.Updated, SortDirection = SortDirection.Ascending, Since = since }, page, ct);
            issues.AddRange(some);
            if (some.Count < PageSize) break;
        }
        var seen = issues.Where(issue => issue.PullRequest is null).Select(GitHubIssue.Seen).ToList();
        return new(seen, issues.Select(issue => issue.UpdatedAt ?? issue.CreatedAt).Append(since).Max());
    }

    /// <remarks>Lists do not name who closed an issue; who reopened one is not told at all.</remarks>
    public async Task<SeenTicket> WithPersonAsync(SeenTicket seen, string key, CancellationToken ct) => seen.Stands is not ActionItemStatus.Open && GitHubIssue.Place(key) is var (owner, repository, number)
        ? seen with { By = (await AskAsync(client => client.Issue.Get(owner, repository, number), ct)).ClosedBy?.Login }
        : seen;

    private static (string Owner, string Repository, int Number) PlaceOf(TrackedTicket ticket) =>
        GitHubIssue.Place(ticket.Key) ?? throw new ChatException(ChatFault.Refused, $"{ticket.Key} is no issue of GitHub.");

    private static IssueUpdate Update(ActionItemStatus to) => to switch
    {
        ActionItemStatus.Open => new() { State = ItemState.Open, StateReason = ItemStateReason.Reopened },
        ActionItemStatus.Done => new() { State = ItemState.Closed, StateReason = ItemStateReason.Completed },
        ActionItemStatus.Dropped => new() { State = ItemState.Closed, StateReason = ItemStateReason.NotPlanned },
    };

    private async Task<bool> HasCommentAsync(string owner, string repository, int number, string mark, DateTimeOffset since, CancellationToken ct)
    {
        var comments = await AskAsync(client => client.Issue.Comment.GetAllForIssue(owner, repository, number, new IssueCommentRequest { Since = since - ClocksDiffer }, new ApiOptions { PageSize = PageSize, PageCount = MostPages }), ct);
        return comments.Any(comment => comment.Body?.Contains(mark, StringComparison.Ordinal) ?? false);
    }

    private async Task<IReadOnlyList<Issue>> IssuesAsync(RepositoryIssueRequest request, int page, CancellationToken ct)
    {
        try
        {
            return await AskAsync(client => client.Issue.GetAllForRepository(options.Owner, options.Repository, request, new ApiOptions { PageSize = PageSize, PageCount = 1, StartPage = page }), ct);
        }
        catch (ChatException hidden) when (hidden.Fault is ChatFault.Gone)
        {
            throw TrackerHttp.SetUpIsWrong(hidden);
        }
    }

    // Octokit takes no token of cancellation for these; its own time limit ends them.
    private Task<T> AskAsync<T>(Func<GitHubClient, Task<T>> ask, CancellationToken ct) => GitHubFaults.RunAsync(Repository, time.GetUtcNow(), ask(clients.New()).WaitAsync(ct));
}
