using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Tickets;
using IncidentBot.Http;

namespace IncidentBot.Tickets.Jira;

/// <summary>An issue of Jira in the bot's words.</summary>
internal static class JiraIssue
{
    /// <summary>What <see cref="Seen"/> reads.</summary>
    public const string Fields = "status,resolution,updated";

    /// <summary>The key of the one category of statuses in which nothing is left to do.</summary>
    public const string DoneCategory = "done";

    // Names of resolutions and of statuses are each site's own; these are Jira's usual ones, and what teams call them.
    private static readonly HashSet<string> NotDone = new(StringComparer.OrdinalIgnoreCase)
    {
        "Won't Do", "Won't Fix", "Wont Do", "Wont Fix", "Will Not Do", "Declined", "Rejected", "Duplicate", "Cannot Reproduce", "Incomplete", "Invalid",
        "Not a Bug", "Obsolete", "Abandoned", "Canceled", "Cancelled", "Not Planned",
    };

    public static TrackedTicket Ticket(string id, string key, Uri site) => new(Tracker.Jira, id, key, new Uri(site, $"browse/{key}").AbsoluteUri);

    /// <summary>Null when it is not told how it stands.</summary>
    public static SeenTicket? Seen(JsonElement issue)
    {
        if (issue.Filled("id") is not { } id || issue.Part("fields") is not { } fields || fields.Part("status") is not { } status || Time(fields.Text("updated")) is not { } changedAt) return null;
        if (CategoryOf(status) != DoneCategory) return new(id, ActionItemStatus.Open, null, changedAt);
        var reason = new[] { fields.Part("resolution")?.Text("name"), status.Text("name") }.FirstOrDefault(name => name is not null && NotDone.Contains(name));
        return new(id, reason is null ? ActionItemStatus.Done : ActionItemStatus.Dropped, reason, changedAt);
    }

    /// <summary>Who moved it to the status that it has, by its changelog.</summary>
    public static string? MovedBy(JsonElement issue) => issue.Part("changelog")?.Items("histories")
        .Where(history => history.Items("items").Any(item => item.Text("field") == "status"))
        .OrderBy(history => Time(history.Text("created")) ?? DateTimeOffset.MinValue).LastOrDefault().Part("author")?.Filled("displayName");

    public static string? CategoryOf(JsonElement status) => status.Part("statusCategory")?.Text("key");

    /// <summary>As Jira writes times: <c>2026-11-22T14:00:00.000+0000</c>.</summary>
    public static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        || DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fffzz00", CultureInfo.InvariantCulture, DateTimeStyles.None, out time) ? time : null;
}
