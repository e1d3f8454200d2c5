using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;
using IncidentBot.Http;

namespace IncidentBot.Tickets.Jira;

/// <summary>Issues of one Jira project. Each carries two labels: that it is the bot's, and whose item it is.</summary>
internal sealed class JiraTracker(JiraOptions options, JiraApi api, TimeProvider time) : ITracker
{
    public const string Label = "incidentbot";
    private const int PageSize = 100;
    private const int MostPages = 10;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    public Tracker Kind => Tracker.Jira;

    public async Task<TrackedTicket?> FindAsync(OpenTicket errand, DateTimeOffset since, CancellationToken ct)
    {
        var answer = await SearchAsync($"project = {Quoted(options.Project)} AND labels = {Quoted(LabelOf(errand.Item))} AND created >= \"-{Minutes(since)}m\"", null, ct);
        return answer.Items("issues").FirstOrDefault() is { ValueKind: JsonValueKind.Object } issue ? Ticket(issue) : null;
    }

    public async Task<TrackedTicket> CreateAsync(OpenTicket errand, CancellationToken ct)
    {
        try
        {
            return Ticket(await api.PostAsync("issue", new()
            {
                ["fields"] = new JsonObject
                {
                    ["project"] = new JsonObject { ["key"] = options.Project },
                    ["issuetype"] = new JsonObject { ["name"] = options.IssueType },
                    ["summary"] = JiraDocument.Summary(errand.Text.Title),
                    ["description"] = JiraDocument.Of(errand.Text),
                    ["labels"] = new JsonArray(Label, LabelOf(errand.Item)),
                },
            }, ct)) ?? throw new ChatException(ChatFault.Temporary, "Jira's answer could not be read.", JiraApi.UntilFound);
        }
        catch (JiraRefusal refused)
        {
            throw new ChatException(ChatFault.Refused, $"{refused.Message} {WhatToDo(refused)}", null, refused);
        }
    }

    public async Task<SeenTicket> MoveAsync(MoveTicket errand, SayingKey key, CancellationToken ct)
    {
        var path = PathOf(errand.Ticket);
        var seen = await SeenAsync(path, ct);
        if (seen.Stands == errand.To) return seen;
        var mark = $"IncidentBot, {errand.Item.Label}, {key.Value}";
        if (key.TriedSince is null || !await HasCommentAsync(path, mark, ct)) await api.PostAsync($"{path}/comment", new() { ["body"] = JiraDocument.Comment(errand.Comment, mark) }, ct);
        if (await TransitionAsync(path, errand.To, ct) is { } transition) await api.PostAsync($"{path}/transitions", new() { ["transition"] = new JsonObject { ["id"] = transition } }, ct);
        return await SeenAsync(path, ct);
    }

    public async Task RetitleAsync(RetitleTicket errand, CancellationToken ct)
    {
        var path = PathOf(errand.Ticket);
        var (standing, summary) = ((await api.GetAsync($"{path}?fields=summary", ct)).Part("fields")?.Text("summary"), JiraDocument.Summary(errand.Title));
        if (standing != JiraDocument.Summary(errand.Was) || standing == summary) return;
        await api.PutAsync(path, new() { ["fields"] = new JsonObject { ["summary"] = summary } }, ct);
    }

    public async Task<TicketChanges> ChangesAsync(DateTimeOffset since, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        var seen = new List<SeenTicket>();
        string? next = null;
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await ListAsync($"project = {Quoted(options.Project)} AND labels = {Label} AND updated >= \"-{Minutes(since)}m\" ORDER BY updated ASC", next, ct);
            seen.AddRange(answer.Items("issues").Select(JiraIssue.Seen).OfType<SeenTicket>());
            next = answer.Filled("nextPageToken");
            if (next is null) return new(seen, asked);
        }
        return new(seen, seen.Select(ticket => ticket.ChangedAt).Append(since).Max());
    }

    public async Task<SeenTicket> WithPersonAsync(SeenTicket seen, string key, CancellationToken ct) =>
        seen with { By = JiraIssue.MovedBy(await api.GetAsync($"issue/{Uri.EscapeDataString(seen.Id)}?fields=status&expand=changelog", ct)) };

    private static string PathOf(TrackedTicket ticket) => $"issue/{Uri.EscapeDataString(ticket.Id)}";

    // A label has no blanks; a workspace's id has none either.
    private static string LabelOf(ActionItemId item) => $"{Label}-{item.Workspace}-{item.Label}".Replace(' ', '_');

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // Relative, because JQL reads dates in the time zone of the account.
    private string Minutes(DateTimeOffset since) => Math.Ceiling((time.GetUtcNow() - since + ClocksDiffer).TotalMinutes).ToString(CultureInfo.InvariantCulture);

    private TrackedTicket? Ticket(JsonElement issue) => issue.Filled("id") is { } id && issue.Filled("key") is { } key ? JiraIssue.Ticket(id, key, options.BaseUrl) : null;

    private Task<JsonElement> SearchAsync(string jql, string? next, CancellationToken ct)
    {
        var query = new JsonObject { ["jql"] = jql, ["maxResults"] = PageSize, ["fields"] = new JsonArray([.. JiraIssue.Fields.Split(',').Select(field => JsonValue.Create(field))]) };
        if (next is not null) query["nextPageToken"] = next;
        return api.PostAsync("search/jql", query, ct);
    }

    private async Task<JsonElement> ListAsync(string jql, string? next, CancellationToken ct)
    {
        try
        {
            return await SearchAsync(jql, next, ct);
        }
        catch (ChatException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            throw TrackerHttp.SetUpIsWrong(refused); // such as a project that is not there
        }
    }

    private async Task<SeenTicket> SeenAsync(string path, CancellationToken ct) =>
        JiraIssue.Seen(await api.GetAsync($"{path}?fields={JiraIssue.Fields}", ct)) ?? throw new ChatException(ChatFault.Temporary, "Jira's answer could not be read.");

    private async Task<bool> HasCommentAsync(string path, string mark, CancellationToken ct) =>
        (await api.GetAsync($"{path}/comment?orderBy=-created&maxResults={PageSize}", ct)).Items("comments").Any(comment => comment.Part("body") is { } body && JiraDocument.Holds(body, mark));

    /// <summary>The one transition that leads where the ticket is to stand; null when there is none, or a choice that is people's to make.</summary>
    private async Task<string?> TransitionAsync(string path, ActionItemStatus to, CancellationToken ct)
    {
        var leading = (await api.GetAsync($"{path}/transitions", ct)).Items("transitions")
            .Where(transition => transition.Part("to") is { } status && (JiraIssue.CategoryOf(status) == JiraIssue.DoneCategory) == (to is not ActionItemStatus.Open)).ToList();
        return leading is [var only] ? only.Filled("id") : null;
    }

    private string WhatToDo(JiraRefusal refused) =>
        refused.Fields.Contains("labels") ? $"Put the field Labels on the screen for creating issues in {options.Project}."
        : refused.Fields.Contains("project") ? "Set Tickets:Jira:Project to the key of a project in which the account may create issues."
        : refused.Fields.Contains("issuetype") ? $"Set Tickets:Jira:IssueType to a type of issue that {options.Project} has."
        : refused.Fields.Count > 0 ? $"Make these fields optional for {options.IssueType} in {options.Project}, or give them a default: {string.Join(", ", refused.Fields)}."
        : "";
}
