using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Graph;

/// <summary>A message as Microsoft Graph has it. learn.microsoft.com/graph/api/resources/chatmessage</summary>
internal static class GraphMessage
{
    public static JsonObject Of(TeamsState state, Message message)
    {
        var deleted = message.IsDeleted;
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["replyToId"] = message is { Root: not null, IsRoot: false } ? message.Root : null,
            ["etag"] = message.Id,
            ["messageType"] = "message",
            ["createdDateTime"] = Time(message.At),
            ["lastModifiedDateTime"] = Time(Modified(message)),
            ["lastEditedDateTime"] = Time(message.EditedAt),
            ["deletedDateTime"] = Time(message.DeletedAt),
            ["subject"] = null,
            ["summary"] = null,
            ["chatId"] = message.Where.IsChannel ? null : message.Where.Id,
            ["importance"] = "normal",
            ["locale"] = "en-us",
            ["webUrl"] = message.Where.IsChannel ? $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(message.Where.Id)}/{message.Id}" : null,
            ["from"] = From(message.By),
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = deleted ? "" : Html(message) },
            ["channelIdentity"] = message.Where.Team is { } team ? new JsonObject { ["teamId"] = team.GroupId, ["channelId"] = message.Where.Id } : null,
            ["attachments"] = new JsonArray([.. deleted ? [] : message.Attachments.Select((attachment, number) => Attached(attachment!, number))]),
            ["mentions"] = new JsonArray([.. message.Mentions.Select((mention, number) => Mentioned(state, mention!, number))]),
            ["reactions"] = new JsonArray([.. message.Reactions.SelectMany(reaction => reaction.Value.Select(member => Reacted(reaction.Key, member, message)))]),
        };
        return json;
    }

    public static DateTimeOffset Modified(Message message) => new[] { message.At, message.EditedAt, message.DeletedAt }.Max()!.Value;

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject From(Member member) => member.IsBot
        ? new() { ["application"] = new JsonObject { ["id"] = member.AadId, ["displayName"] = member.DisplayName, ["applicationIdentityType"] = "bot" }, ["device"] = null, ["user"] = null }
        : new() { ["application"] = null, ["device"] = null, ["user"] = User(member) };

    private static JsonObject User(Member member) => new() { ["id"] = member.AadId, ["displayName"] = member.DisplayName, ["userIdentityType"] = "aadUser", ["tenantId"] = WorkspaceOptions.Tenant };

    private static string Html(Message message) => message.Html ?? (message.Text.Length > 0 ? $"<p>{WebUtility.HtmlEncode(message.Text)}</p>" : "")
        + string.Concat(message.Attachments.Select((_, number) => $"<attachment id=\"attachment-{number.ToString(CultureInfo.InvariantCulture)}\"></attachment>"));

    private static JsonObject Attached(JsonNode attachment, int number)
    {
        var type = (string?)attachment["contentType"];
        var isFile = type == FileAttachment.Type;
        return new()
        {
            ["id"] = $"attachment-{number.ToString(CultureInfo.InvariantCulture)}",
            ["contentType"] = isFile ? "reference" : type,
            ["contentUrl"] = (string?)attachment["contentUrl"],
            ["content"] = isFile ? null : attachment["content"]?.ToJsonString(),
            ["name"] = (string?)attachment["name"],
            ["thumbnailUrl"] = null,
        };
    }

    private static JsonObject Mentioned(TeamsState state, JsonNode mention, int number)
    {
        var member = state.Member((string?)mention["mentioned"]?["id"])!;
        return new() { ["id"] = number, ["mentionText"] = member.DisplayName, ["mentioned"] = From(member) };
    }

    private static JsonObject Reacted(string kind, Member by, Message message) => new()
    {
        ["reactionType"] = kind,
        ["displayName"] = null,
        ["createdDateTime"] = Time(message.At),
        ["user"] = new JsonObject { ["application"] = null, ["device"] = null, ["user"] = new JsonObject { ["id"] = by.AadId, ["displayName"] = null, ["userIdentityType"] = "aadUser" } },
    };
}
