using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>A message that stands in a conversation.</summary>
public sealed class Message(Conversation where, string ts, Member by)
{
    public Conversation Where => where;

    /// <summary>Its id in the conversation; for the app an opaque string.</summary>
    public string Ts => ts;

    public Member By => by;

    public string Text { get; set; } = "";

    public JsonArray? Blocks { get; set; }

    public JsonObject? Metadata { get; set; }

    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    public string? Subtype { get; set; }

    /// <summary>The parent's ts, for a reply.</summary>
    public string? Thread { get; init; }

    /// <summary>When it was last edited.</summary>
    public string? EditedTs { get; set; }

    /// <summary>Names of emoji with the ids of who reacted.</summary>
    public Dictionary<string, List<string>> Reactions { get; } = [];

    public bool IsPinned { get; set; }

    public bool IsByBot => By.IsBot;

    /// <summary>Everything that people read in it, a line a text.</summary>
    public string Words => BlockWords.Of(Text, Blocks);

    public IReadOnlyList<JsonObject> Buttons => BlockWords.Buttons(Blocks);

    public IReadOnlyList<Message> Replies => where.RepliesTo(this);

    public JsonObject ToJson(string team, string workspaceUrl, bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = Subtype is "tombstone" ? "USLACKBOT" : By.Id, ["text"] = Text, ["ts"] = Ts, ["team"] = team };
        if (Subtype is not null) json["subtype"] = Subtype;
        if (By.BotId is { } bot) (json["bot_id"], json["app_id"]) = (bot, WorkspaceState.AppId);
        else if (Subtype is null or "file_share") json["client_msg_id"] = $"client-{Ts}";
        if (Blocks is not null) json["blocks"] = Blocks.DeepClone();
        if (withMetadata && Metadata is not null) json["metadata"] = Metadata.DeepClone();
        if (Files.Count > 0) json["files"] = new JsonArray([.. Files.Select(file => file.ToJson(workspaceUrl))]);
        if (Files.Count > 0 && !IsByBot) json["upload"] = false;
        if (EditedTs is { } edited) json["edited"] = new JsonObject { ["user"] = By.Id, ["ts"] = edited };
        if (Reactions.Count > 0) json["reactions"] = new JsonArray([.. Reactions.Select(AsJson)]);
        if (IsPinned) json["pinned_to"] = new JsonArray(Where.Id);
        AddThread(json);
        return json;
    }

    private void AddThread(JsonObject json)
    {
        if (Thread is { } parent)
        {
            json["thread_ts"] = parent;
            json["parent_user_id"] = Where.Find(parent)?.By.Id ?? "USLACKBOT";
            if (Subtype is "thread_broadcast" && Where.Find(parent) is { } root) json["root"] = new JsonObject { ["type"] = "message", ["ts"] = parent, ["user"] = root.By.Id, ["text"] = root.Text, ["thread_ts"] = parent };
            return;
        }
        if (Replies is not [.., var last] replies) return;
        json["thread_ts"] = Ts;
        json["reply_count"] = replies.Count;
        json["reply_users_count"] = replies.Select(reply => reply.By.Id).Distinct().Count();
        json["latest_reply"] = last.Ts;
    }

    private static JsonObject AsJson(KeyValuePair<string, List<string>> reaction) => new()
    {
        ["name"] = reaction.Key,
        ["users"] = new JsonArray([.. reaction.Value.Select(user => JsonValue.Create(user))]),
        ["count"] = reaction.Value.Count,
    };
}
