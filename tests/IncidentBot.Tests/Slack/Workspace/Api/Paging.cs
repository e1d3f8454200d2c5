using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Pages by an opaque cursor. https://docs.slack.dev/apis/web-api/pagination</summary>
internal static class Paging
{
    /// <summary>Adds a page of the items to the answer, under a name, with the way to the next.</summary>
    public static void AddPage<T>(this JsonObject answer, string name, ApiCall call, IReadOnlyList<T> items, Func<T, JsonNode?> asJson, int usual = 100)
    {
        var limit = call.Number("limit", usual);
        if (limit is < 1 or > 1000) throw new RefusalException("invalid_limit");
        var from = From(call["cursor"]);
        answer[name] = new JsonArray([.. items.Skip(from).Take(limit).Select(asJson)]);
        var next = from + limit < items.Count ? Cursor(from + limit) : "";
        answer["has_more"] = next.Length > 0;
        answer["response_metadata"] = new JsonObject { ["next_cursor"] = next };
    }

    private static string Cursor(int from) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{from}")));

    private static int From(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return 0;
        try
        {
            return int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(cursor)).AsSpan("next:".Length), CultureInfo.InvariantCulture);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            throw new RefusalException("invalid_cursor");
        }
    }
}
