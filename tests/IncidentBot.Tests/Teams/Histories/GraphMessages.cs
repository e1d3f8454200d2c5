using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>Messages as Microsoft Graph gives them, written after learn.microsoft.com/graph/api/resources/chatmessage.</summary>
internal static class GraphMessages
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A message that was posted so many seconds after <see cref="Start"/>.</summary>
    public static string Said(string id, int second, string html = "", string? thread = null, string user = "ana", Action<JsonObject>? change = null)
    {
        var at = Time(Start.AddSeconds(second));
        var message = new JsonObject
        {
            ["id"] = id,
            ["replyToId"] = thread,
            ["messageType"] = "message",
            ["createdDateTime"] = at,
            ["lastModifiedDateTime"] = at,
            ["lastEditedDateTime"] = null,
            ["deletedDateTime"] = null,
            ["from"] = new JsonObject { ["application"] = null, ["device"] = null, ["user"] = new JsonObject { ["id"] = $"oid-{user}", ["displayName"] = user, ["userIdentityType"] = "aadUser" } },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html.Length > 0 ? html : $"<p>said {id}</p>" },
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(),
        };
        change?.Invoke(message);
        return message.ToJsonString();
    }

    public static Action<JsonObject> EditedAt(int second) => message => (message["lastEditedDateTime"], message["lastModifiedDateTime"]) = (Time(Start.AddSeconds(second)), Time(Start.AddSeconds(second)));

    public static Action<JsonObject> DeletedAt(int second) => message =>
    {
        (message["deletedDateTime"], message["lastModifiedDateTime"]) = (Time(Start.AddSeconds(second)), Time(Start.AddSeconds(second)));
        message["body"]!["content"] = "";
    };

    public static Action<JsonObject> ByApplication(string id, string name) => message =>
        message["from"] = new JsonObject { ["user"] = null, ["application"] = new JsonObject { ["id"] = id, ["displayName"] = name, ["applicationIdentityType"] = "bot" } };

    public static string Page(IEnumerable<string> messages, string? next = null) =>
        $$"""{"@odata.count":1,{{(next is null ? "" : $"\"@odata.nextLink\":{JsonSerializer.Serialize(next)},")}}"value":[{{string.Join(',', messages)}}]}""";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
