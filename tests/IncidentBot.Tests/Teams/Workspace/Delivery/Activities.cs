using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>Writes activities as Teams does. learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</summary>
public sealed class Activities(TeamsState state, Uri serviceUrl)
{
    public JsonObject Message(Message message)
    {
        var activity = Begin("message", message.Where, message.Root, message.By, message.Id);
        (activity["textFormat"], activity["text"]) = ("plain", message.Text);
        var attachments = new JsonArray([.. message.Attachments.Select(attachment => attachment!.DeepClone())]);
        if (message.Html is not null) attachments.Add(new JsonObject { ["contentType"] = "text/html", ["content"] = message.Html });
        activity["attachments"] = attachments;
        foreach (var mention in message.Mentions) ((JsonArray)activity["entities"]!).Insert(0, mention!.DeepClone());
        return activity;
    }

    public JsonObject Edited(Message message, string eventType)
    {
        var activity = Message(message);
        activity["type"] = "messageUpdate";
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    public JsonObject Deleted(Message message)
    {
        var activity = Begin("messageDelete", message.Where, message.Root, message.By, message.Id);
        activity["channelData"]!["eventType"] = "softDeleteMessage";
        return activity;
    }

    public JsonObject Reacted(Message message, Member by, string kind, bool on)
    {
        var activity = Begin("messageReaction", message.Where, message.Root, by, $"f:{Guid.CreateVersion7()}");
        activity[on ? "reactionsAdded" : "reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = kind });
        activity["replyToId"] = message.Id;
        return activity;
    }

    public JsonObject Submitted(Message card, Member by, JsonNode? value)
    {
        var activity = Begin("message", card.Where, card.Root, by, state.NewMessageId());
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        (activity["replyToId"], activity["value"]) = (card.Id, value);
        return activity;
    }

    /// <param name="about">The card or message on which it was done.</param>
    public JsonObject Invoke(string name, Conversation where, Message? about, Member by, JsonNode? value)
    {
        var activity = Begin("invoke", where, about?.Root, by, $"f:{Guid.CreateVersion7()}");
        (activity["name"], activity["value"]) = (name, value);
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        if (about is not null) activity["replyToId"] = about.Id;
        return activity;
    }

    /// <summary>Something about a team, one of its channels or a chat: <c>conversationUpdate</c>, <c>installationUpdate</c>.</summary>
    public JsonObject Update(string type, Conversation where, Member by, string? eventType = null)
    {
        // What concerns a team is told in its own thread, which is that of its General channel.
        var activity = Begin(type, where, null, by, $"f:{Guid.CreateVersion7()}");
        var data = activity["channelData"]!;
        if (eventType is not null) data["eventType"] = eventType;
        if (where.Team is not { } team) return activity;
        activity["conversation"]!["id"] = team.Id;
        data["team"] = new JsonObject { ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.GroupId };
        data["channel"] = new JsonObject { ["id"] = where.Id, ["name"] = where.Name };
        return activity;
    }

    private JsonObject Begin(string type, Conversation where, string? root, Member by, string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(by.TimeZone);
        return new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["localTimestamp"] = TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = by.TimeZone,
            ["serviceUrl"] = serviceUrl.ToString(),
            ["channelId"] = "msteams",
            ["from"] = by.ToAccount(),
            ["conversation"] = Place(where, root),
            ["recipient"] = new JsonObject { ["id"] = state.Bot.Id, ["name"] = state.Bot.DisplayName },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Windows", ["timezone"] = by.TimeZone }),
            ["channelData"] = Data(where),
            ["locale"] = "en-US",
        };
    }

    private static JsonObject Place(Conversation where, string? root)
    {
        var place = new JsonObject { ["conversationType"] = where.Type, ["tenantId"] = WorkspaceOptions.Tenant, ["id"] = where.ThreadId(root) };
        if (where.Kind is not ConversationKind.Personal) place["isGroup"] = true;
        if (where.Kind is ConversationKind.GroupChat) place["name"] = where.Name;
        return place;
    }

    private static JsonObject Data(Conversation where)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = WorkspaceOptions.Tenant } };
        if (where.Team is not { } team) return data;
        (data["teamsChannelId"], data["teamsTeamId"]) = (where.Id, team.Id);
        data["channel"] = new JsonObject { ["id"] = where.Id };
        data["team"] = new JsonObject { ["id"] = team.Id };
        return data;
    }
}
