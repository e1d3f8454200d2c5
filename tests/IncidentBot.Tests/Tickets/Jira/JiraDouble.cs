using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Tickets.Jira;

/// <summary>The part of Jira's REST API, version 3, that is about issues of one project, as https://developer.atlassian.com/cloud/jira/platform/rest/v3/ describes it. What is written is found by a search only once it is indexed.</summary>
public sealed partial class JiraDouble : TrackerDouble
{
    public const string Email = "bot@acme.example";
    public const string ApiToken = "test-secret-token";

    private DateTimeOffset _now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public List<Issue> Issues { get; } = [];

    /// <summary>The statuses of the workflow with their categories; every status can be reached from every other.</summary>
    public List<(string Id, string Name, string Category)> Statuses { get; } = [("1", "To Do", "new"), ("2", "In Progress", "indeterminate"), ("3", "Done", "done")];

    public bool IndexLags { get; set; }

    /// <summary>The field Labels is on the screen for creating issues.</summary>
    public bool LabelsOnScreen { get; set; } = true;

    public static async Task<JiraDouble> OpenAsync()
    {
        var jira = new JiraDouble();
        await jira.StartAsync();
        return jira;
    }

    public Issue Changes(int number, string status, string? resolution = null, string by = "Olga")
    {
        lock (Gate)
        {
            var issue = Issues[number - 1];
            issue.Moves(Statuses.Single(one => one.Name == status), resolution, by, Tick());
            return issue;
        }
    }

    protected override Answer Work(HttpRequest request, string[] path, JsonObject? body)
    {
        if (request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Email}:{ApiToken}"))}") return Errors(HttpStatusCode.Unauthorized, "Client must be authenticated to access this resource.");
        if (path is not ["rest", "api", "3", .. var rest]) return Errors(HttpStatusCode.NotFound, "null for uri");
        return (request.Method, rest) switch
        {
            ("GET", ["myself"]) => Json(HttpStatusCode.OK, new JsonObject { ["accountId"] = "5b10", ["displayName"] = "Incident Bot" }),
            ("GET", ["project", "OPS"]) => Json(HttpStatusCode.OK, new JsonObject { ["id"] = "10000", ["key"] = "OPS", ["name"] = "Operations" }),
            ("GET", ["mypermissions"]) => Json(HttpStatusCode.OK, new JsonObject { ["permissions"] = new JsonObject([.. request.Query["permissions"].ToString().Split(',').Select(key => KeyValuePair.Create<string, JsonNode?>(key, new JsonObject { ["key"] = key, ["havePermission"] = true }))]) }),
            ("GET", ["issue", "createmeta", "OPS", "issuetypes"]) => Json(HttpStatusCode.OK, new JsonObject { ["issueTypes"] = new JsonArray(new JsonObject { ["id"] = "1", ["name"] = "Task" }, new JsonObject { ["id"] = "2", ["name"] = "Bug" }) }),
            ("POST", ["issue"]) => Create(body!["fields"]!.AsObject()),
            ("POST", ["search", "jql"]) => Search(body!["jql"]!.GetValue<string>()),
            (_, ["issue", var id, .. var more]) when Issues.Find(issue => issue.Id == id || issue.Key == id) is { } issue => OfIssue(request, issue, more, body),
            _ => Errors(HttpStatusCode.NotFound, "Issue does not exist or you do not have permission to see it."),
        };
    }

    private Answer OfIssue(HttpRequest request, Issue issue, string[] rest, JsonObject? body)
    {
        switch (request.Method, rest)
        {
            case ("GET", []):
                return Json(HttpStatusCode.OK, issue.Json());
            case ("PUT", []):
                (issue.Summary, issue.UpdatedAt) = (body!["fields"]!["summary"]!.GetValue<string>(), Tick());
                return Json(HttpStatusCode.NoContent, null);
            case ("GET", ["comment"]):
                return Json(HttpStatusCode.OK, new JsonObject { ["comments"] = new JsonArray([.. issue.Comments.AsEnumerable().Reverse().Select(comment => new JsonObject { ["id"] = "1", ["body"] = comment.DeepClone() })]) });
            case ("POST", ["comment"]):
                if (body!["body"]?["type"]?.GetValue<string>() != "doc") return Errors(HttpStatusCode.BadRequest, "Comment body is not valid!");
                issue.Comments.Add(body["body"]!.DeepClone());
                issue.UpdatedAt = Tick();
                return Json(HttpStatusCode.Created, new JsonObject { ["id"] = "1" });
            case ("GET", ["transitions"]):
                return Json(HttpStatusCode.OK, new JsonObject { ["transitions"] = new JsonArray([.. Statuses.Where(status => status.Name != issue.Status.Name).Select(status => new JsonObject { ["id"] = "t" + status.Id, ["name"] = status.Name, ["to"] = StatusJson(status) })]) });
            case ("POST", ["transitions"]):
                var id = body!["transition"]!["id"]!.GetValue<string>();
                if (!Statuses.Exists(status => "t" + status.Id == id)) return Errors(HttpStatusCode.BadRequest, "It seems that you have tried to perform an illegal workflow operation.");
                issue.Moves(Statuses.Single(status => "t" + status.Id == id), null, "Incident Bot", Tick());
                return Json(HttpStatusCode.NoContent, null);
            default:
                return Errors(HttpStatusCode.NotFound, "null for uri");
        }
    }

    private Answer Create(JsonObject fields)
    {
        var faults = new JsonObject();
        if (fields["project"]?["key"]?.GetValue<string>() != "OPS") faults["project"] = "valid project is required";
        if (fields["issuetype"]?["name"]?.GetValue<string>() is not ("Task" or "Bug")) faults["issuetype"] = "Specify a valid issue type";
        if (fields["summary"]?.GetValue<string>() is not { Length: > 0 and <= 255 } summary || summary.Contains('\n', StringComparison.Ordinal)) faults["summary"] = "The summary is invalid because it contains newline characters.";
        if (fields["description"]?["type"]?.GetValue<string>() != "doc") faults["description"] = "Operation value must be an Atlassian Document";
        string[] labels = [.. fields["labels"]?.AsArray().Select(label => label!.GetValue<string>()) ?? []];
        if (labels.Length > 0 && !LabelsOnScreen) faults["labels"] = "Field 'labels' cannot be set. It is not on the appropriate screen, or unknown.";
        if (labels.Any(label => label.Contains(' ', StringComparison.Ordinal))) faults["labels"] = "The label contains spaces which is invalid.";
        if (faults.Count > 0) return Json(HttpStatusCode.BadRequest, new JsonObject { ["errorMessages"] = new JsonArray(), ["errors"] = faults });
        var issue = new Issue(Issues.Count + 1, fields["summary"]!.GetValue<string>(), fields["description"]!.ToJsonString(), labels, Statuses[0], Tick());
        Issues.Add(issue);
        return Json(HttpStatusCode.Created, new JsonObject { ["id"] = issue.Id, ["key"] = issue.Key, ["self"] = $"{Url}rest/api/3/issue/{issue.Id}" });
    }

    private Answer Search(string jql)
    {
        var label = Label().Match(jql).Groups["label"].Value;
        if (!jql.StartsWith("project = \"OPS\" AND ", StringComparison.Ordinal) || label.Length == 0 || !Bound().IsMatch(jql)) return Errors(HttpStatusCode.BadRequest, $"Error in the JQL Query: {jql}");
        return Json(HttpStatusCode.OK, new JsonObject { ["issues"] = new JsonArray(IndexLags ? [] : [.. Issues.Where(issue => issue.Labels.Contains(label)).Select(issue => issue.Json())]), ["isLast"] = true });
    }

    private static JsonObject StatusJson((string Id, string Name, string Category) status) =>
        new() { ["id"] = status.Id, ["name"] = status.Name, ["statusCategory"] = new JsonObject { ["key"] = status.Category } };

    private static Answer Errors(HttpStatusCode status, string message) => Json(status, new JsonObject { ["errorMessages"] = new JsonArray(message), ["errors"] = new JsonObject() });

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private DateTimeOffset Tick() => _now = _now.AddSeconds(1);

    [GeneratedRegex("labels = \"?(?<label>[^\" ]+)\"?", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("(created|updated) >= \"-[0-9]+m\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bound();

    public sealed class Issue(int number, string summary, string description, string[] labels, (string Id, string Name, string Category) status, DateTimeOffset at)
    {
        public string Id { get; } = (10_000 + number).ToString(CultureInfo.InvariantCulture);

        public string Key { get; } = $"OPS-{number}";

        public string Summary { get; set; } = summary;

        public string Description { get; } = description;

        public IReadOnlyList<string> Labels { get; } = labels;

        public (string Id, string Name, string Category) Status { get; private set; } = status;

        public string? Resolution { get; private set; }

        public string? MovedBy { get; private set; }

        public List<JsonNode> Comments { get; } = [];

        public DateTimeOffset UpdatedAt { get; set; } = at;

        public void Moves((string Id, string Name, string Category) to, string? resolution, string by, DateTimeOffset at) => (Status, Resolution, MovedBy, UpdatedAt) = (to, resolution, by, at);

        public JsonObject Json() => new()
        {
            ["id"] = Id,
            ["key"] = Key,
            ["fields"] = new JsonObject
            {
                ["summary"] = Summary,
                ["labels"] = new JsonArray([.. Labels.Select(label => JsonValue.Create(label))]),
                ["status"] = StatusJson(Status),
                ["resolution"] = Resolution is null ? null : new JsonObject { ["name"] = Resolution },
                ["updated"] = Time(UpdatedAt),
            },
            ["changelog"] = new JsonObject { ["histories"] = MovedBy is null ? new JsonArray() : new JsonArray(new JsonObject { ["created"] = Time(UpdatedAt), ["author"] = new JsonObject { ["displayName"] = MovedBy }, ["items"] = new JsonArray(new JsonObject { ["field"] = "status" }) }) },
        };
    }
}
