using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Tickets;
using Octokit;

namespace IncidentBot.Tickets.GitHub;

/// <summary>An issue in the bot's words.</summary>
internal static class GitHubIssue
{
    private const string NotPlanned = "not_planned";
    private const string Duplicate = "duplicate";

    public static TrackedTicket Ticket(Issue issue, GitHubOptions options) =>
        new(Tracker.GitHub, Id(issue.Id), $"{options.Owner}/{options.Repository}#{issue.Number.ToString(CultureInfo.InvariantCulture)}", issue.HtmlUrl) { ChangedAt = issue.UpdatedAt ?? issue.CreatedAt };

    public static SeenTicket Seen(Issue issue) => Seen(issue.Id, issue.State.StringValue, issue.StateReason?.StringValue, issue.UpdatedAt ?? issue.CreatedAt, issue.ClosedBy?.Login);

    /// <param name="reason">https://docs.github.com/en/rest/issues/issues: completed, not_planned, duplicate, reopened.</param>
    public static SeenTicket Seen(long id, string? state, string? reason, DateTimeOffset changedAt, string? by) => new(Id(id), Stands(state, reason), Words(state, reason), changedAt, by);

    /// <summary>Where an issue is found; null when the key is none of GitHub's.</summary>
    public static (string Owner, string Repository, int Number)? Place(string key) =>
        key.Split('/', '#') is [var owner, var repository, var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (owner, repository, number) : null;

    private static ActionItemStatus Stands(string? state, string? reason) =>
        state != "closed" ? ActionItemStatus.Open : reason is NotPlanned or Duplicate ? ActionItemStatus.Dropped : ActionItemStatus.Done;

    private static string? Words(string? state, string? reason) => Stands(state, reason) is ActionItemStatus.Dropped ? reason?.Replace('_', ' ') : null;

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
