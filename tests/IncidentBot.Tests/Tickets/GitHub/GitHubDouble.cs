using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Tickets.GitHub;

/// <summary>The part of GitHub's REST API that is about issues of one repository, as https://docs.github.com/en/rest/issues describes it.</summary>
public sealed class GitHubDouble : TrackerDouble
{
    public const string Token = "test-secret-token";

    private DateTimeOffset _now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public List<Issue> Issues { get; } = [];

    public bool HasIssues { get; set; } = true;

    /// <summary>The token may only read.</summary>
    public bool ReadOnly { get; set; }

    /// <param name="now">Its clock; each change is a second later than the one before.</param>
    public static async Task<GitHubDouble> OpenAsync(DateTimeOffset? now = null)
    {
        var github = new GitHubDouble();
        if (now is { } begins) github._now = begins;
        await github.StartAsync();
        return github;
    }

    /// <summary>Somebody else opens an issue.</summary>
    public Issue Opens(string title, string body = "", bool pull = false)
    {
        lock (Gate) return Add(title, body, [], pull);
    }

    /// <summary>Somebody changes an issue on GitHub's own pages.</summary>
    public Issue Changes(int number, string state, string? reason, string by = "octocat")
    {
        lock (Gate)
        {
            var issue = Issues[number - 1];
            issue.Moves(state, reason, by, Tick());
            return issue;
        }
    }

    protected override Answer Work(HttpRequest request, string[] path, JsonObject? body)
    {
        if (request.Headers.Authorization != $"Token {Token}" && request.Headers.Authorization != $"token {Token}") return Message(HttpStatusCode.Unauthorized, "Bad credentials");
        if (request.Headers.UserAgent.Count == 0) return Message(HttpStatusCode.Forbidden, "Request forbidden by administrative rules.");
        if (path is not ["repos", "acme", "shop", .. var rest]) return Message(HttpStatusCode.NotFound, "Not Found");
        if (rest is not [] && !HasIssues) return Message(HttpStatusCode.Gone, "Issues are disabled for this repo");
        if (ReadOnly && request.Method != "GET") return Message(HttpStatusCode.Forbidden, "Resource not accessible by personal access token");
        return (request.Method, rest) switch
        {
            ("GET", []) => Json(HttpStatusCode.OK, new JsonObject { ["id"] = 1, ["name"] = "shop", ["full_name"] = "acme/shop", ["has_issues"] = HasIssues, ["archived"] = false, ["created_at"] = Time(_now), ["updated_at"] = Time(_now) }),
            ("GET", ["issues"]) => List(request, Sorted(request).Select(issue => (JsonNode)issue.Json(Url)).ToList()),
            ("POST", ["issues"]) => Create(body!),
            (_, ["issues", var number, .. var more]) when Find(number) is { } issue => OfIssue(request, issue, more, body),
            _ => Message(HttpStatusCode.NotFound, "Not Found"),
        };
    }

    private Answer OfIssue(HttpRequest request, Issue issue, string[] rest, JsonObject? body)
    {
        switch (request.Method, rest)
        {
            case ("GET", []):
                return Json(HttpStatusCode.OK, issue.Json(Url));
            case ("PATCH", []):
                if (body!["title"]?.GetValue<string>() is { } title) (issue.Title, issue.UpdatedAt) = (title, Tick());
                issue.Milestone = body["milestone"]?.GetValue<int>(); // null takes it away
                if (body["state"]?.GetValue<string>() is { } state) issue.Moves(state, body["state_reason"]?.GetValue<string>(), "incidentbot", Tick());
                return Json(HttpStatusCode.OK, issue.Json(Url));
            case ("GET", ["comments"]):
                return List(request, [.. issue.Comments.Where(comment => Since(request) is not { } since || comment.At >= since).Select((comment, index) => (JsonNode)CommentJson(issue, index))]);
            case ("POST", ["comments"]):
                issue.Comments.Add((body!["body"]!.GetValue<string>(), Tick()));
                issue.UpdatedAt = _now;
                return Json(HttpStatusCode.Created, CommentJson(issue, issue.Comments.Count - 1));
            default:
                return Message(HttpStatusCode.NotFound, "Not Found");
        }
    }

    private Answer Create(JsonObject body)
    {
        if (body["title"]?.GetValue<string>() is not { Length: > 0 and <= 256 } title)
            return Json(HttpStatusCode.UnprocessableEntity, new JsonObject { ["message"] = "Validation Failed", ["errors"] = new JsonArray(new JsonObject { ["resource"] = "Issue", ["code"] = "missing_field", ["field"] = "title" }) });
        return Json(HttpStatusCode.Created, Add(title, body["body"]?.GetValue<string>() ?? "", [.. body["labels"]?.AsArray().Select(label => label!.GetValue<string>()) ?? []], false).Json(Url));
    }

    private Issue Add(string title, string body, string[] labels, bool pull)
    {
        var issue = new Issue(Issues.Count + 1, title, body, labels, pull, Tick());
        Issues.Add(issue);
        return issue;
    }

    private Issue? Find(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= Issues.Count && index > 0 ? Issues[index - 1] : null;

    private IEnumerable<Issue> Sorted(HttpRequest request)
    {
        var state = request.Query["state"] is [{ } asked] ? asked : "open";
        var found = Issues.Where(issue => (state == "all" || issue.State == state) && (Since(request) is not { } since || issue.UpdatedAt >= since));
        var sorted = request.Query["sort"] == "updated" ? found.OrderBy(issue => issue.UpdatedAt) : found.OrderBy(issue => issue.CreatedAt);
        return request.Query["direction"] == "asc" ? sorted : sorted.Reverse();
    }

    // Pages, and an answer to the question whether anything is new.
    private static Answer List(HttpRequest request, List<JsonNode> all)
    {
        var size = request.Query["per_page"] is [{ } asked] ? int.Parse(asked, CultureInfo.InvariantCulture) : 30;
        var page = request.Query["page"] is [{ } number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        var body = new JsonArray([.. all.Skip((page - 1) * size).Take(size)]);
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())))}\"";
        return request.Headers.IfNoneMatch == tag ? Json(HttpStatusCode.NotModified, null, ("ETag", tag)) : Json(HttpStatusCode.OK, body, ("ETag", tag));
    }

    private static DateTimeOffset? Since(HttpRequest request) => request.Query["since"] is [{ } since] ? DateTimeOffset.Parse(since, CultureInfo.InvariantCulture) : null;

    private static JsonObject CommentJson(Issue issue, int index) => new() { ["id"] = (issue.Number * 1000) + index, ["body"] = issue.Comments[index].Body, ["created_at"] = Time(issue.Comments[index].At), ["updated_at"] = Time(issue.Comments[index].At) };

    private static Answer Message(HttpStatusCode status, string message) => Json(status, new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest" });

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private DateTimeOffset Tick() => _now = _now.AddSeconds(1);

    public sealed class Issue(int number, string title, string body, string[] labels, bool pull, DateTimeOffset at)
    {
        public int Number { get; } = number;

        public long Id => 900_000_000_000 + Number;

        public string Title { get; set; } = title;

        public int? Milestone { get; set; }

        public string Body { get; } = body;

        public IReadOnlyList<string> Labels { get; } = labels;

        public string State { get; private set; } = "open";

        public string? StateReason { get; private set; }

        public string? ClosedBy { get; private set; }

        public List<(string Body, DateTimeOffset At)> Comments { get; } = [];

        public DateTimeOffset CreatedAt { get; } = at;

        public DateTimeOffset UpdatedAt { get; set; } = at;

        public void Moves(string state, string? reason, string by, DateTimeOffset at)
        {
            (State, StateReason, UpdatedAt) = (state, state == "closed" ? reason ?? "completed" : "reopened", at);
            ClosedBy = state == "closed" ? by : null;
        }

        public JsonObject Json(Uri url)
        {
            var json = new JsonObject
            {
                ["id"] = Id,
                ["node_id"] = "I_" + Number,
                ["number"] = Number,
                ["title"] = Title,
                ["body"] = Body,
                ["state"] = State,
                ["state_reason"] = StateReason,
                ["html_url"] = new Uri(url, $"acme/shop/issues/{Number}").ToString(),
                ["url"] = new Uri(url, $"repos/acme/shop/issues/{Number}").ToString(),
                ["labels"] = new JsonArray([.. Labels.Select(label => new JsonObject { ["id"] = 1, ["name"] = label })]),
                ["created_at"] = Time(CreatedAt),
                ["updated_at"] = Time(UpdatedAt),
                ["closed_at"] = State == "closed" ? Time(UpdatedAt) : null,
                ["comments"] = Comments.Count,
                ["locked"] = false,
                ["milestone"] = Milestone is { } milestone ? new JsonObject { ["id"] = milestone, ["number"] = milestone, ["title"] = "1.0", ["state"] = "open", ["created_at"] = Time(CreatedAt) } : null,
                ["user"] = new JsonObject { ["login"] = "incidentbot", ["id"] = 7 },
                ["closed_by"] = ClosedBy is null ? null : new JsonObject { ["login"] = ClosedBy, ["id"] = 8 },
            };
            if (pull) json["pull_request"] = new JsonObject { ["url"] = new Uri(url, $"repos/acme/shop/pulls/{Number}").ToString() };
            return json;
        }
    }
}
