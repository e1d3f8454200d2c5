using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Delivery;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>What happens to messages: the state changes, and the app is told in Slack's events. https://docs.slack.dev/reference/events/message</summary>
public sealed class Happenings(WorkspaceState state, EventFeed feed)
{
    public Message Post(Message message)
    {
        var firstReply = message.Thread is { } thread && message.Where.Find(thread) is { Replies.Count: 0 };
        message.Where.Add(message);
        feed.TellMember(message.Where, AsEvent(message));
        if (message.Text.Contains($"<@{state.Bot.Id}>", StringComparison.Ordinal) && !message.IsByBot && !message.Where.IsDirect) feed.Tell(AsMention(message));
        if (firstReply) Changed(message.Where.Find(message.Thread!)!, was: null); // the parent has a reply count now
        return message;
    }

    /// <summary>Changes a message; <paramref name="marked"/>: people see that it was edited.</summary>
    public void Edit(Message message, Action<Message> change, bool marked = true)
    {
        var was = Json(message);
        change(message);
        if (marked) message.EditedTs = state.NewTs();
        Changed(message, was);
    }

    /// <summary>A message with replies stays as a tombstone.</summary>
    public void Delete(Message message)
    {
        var was = Json(message);
        if (message.Replies.Count > 0)
        {
            (message.Subtype, message.Text, message.Blocks) = ("tombstone", "This message was deleted.", null);
            Changed(message, was);
            return;
        }
        message.Where.Remove(message);
        var time = state.NewTs();
        feed.TellMember(message.Where, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["hidden"] = true,
            ["deleted_ts"] = message.Ts,
            ["previous_message"] = was,
            ["channel"] = message.Where.Id,
            ["channel_type"] = message.Where.Type,
            ["ts"] = time,
            ["event_ts"] = time,
        });
    }

    public void React(Message message, Member by, string emoji, bool on)
    {
        var users = message.Reactions.TryGetValue(emoji, out var known) ? known : message.Reactions[emoji] = [];
        if (on) users.Add(by.Id);
        else users.Remove(by.Id);
        if (users.Count == 0) message.Reactions.Remove(emoji);
        feed.TellMember(message.Where, new()
        {
            ["type"] = on ? "reaction_added" : "reaction_removed",
            ["user"] = by.Id,
            ["reaction"] = emoji,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Where.Id, ["ts"] = message.Ts },
            ["item_user"] = message.By.Id,
        });
    }

    public void Pin(Message message, Member by, bool on)
    {
        message.IsPinned = on;
        var pinned = message.Where.Messages.Count(other => other.IsPinned);
        var told = new JsonObject
        {
            ["type"] = on ? "pin_added" : "pin_removed",
            ["user"] = by.Id,
            ["channel_id"] = message.Where.Id,
            ["item"] = new JsonObject { ["type"] = "message", ["created"] = 1, ["created_by"] = by.Id, ["channel"] = message.Where.Id, ["message"] = Json(message) },
            ["item_user"] = message.By.Id,
            ["pin_count"] = pinned,
        };
        if (!on) told["has_pins"] = pinned > 0;
        feed.TellMember(message.Where, told);
        Changed(message, Json(message)); // its text is as before
    }

    private void Changed(Message message, JsonObject? was)
    {
        var time = state.NewTs();
        feed.TellMember(message.Where, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["hidden"] = true,
            ["message"] = Json(message),
            ["previous_message"] = was ?? Json(message),
            ["channel"] = message.Where.Id,
            ["channel_type"] = message.Where.Type,
            ["ts"] = time,
            ["event_ts"] = time,
        });
    }

    private JsonObject Json(Message message) => message.ToJson(WorkspaceState.TeamId, state.Url);

    private JsonObject AsEvent(Message message)
    {
        var json = Json(message);
        (json["channel"], json["channel_type"], json["event_ts"]) = (message.Where.Id, message.Where.Type, message.Ts);
        return json;
    }

    private JsonObject AsMention(Message message)
    {
        var json = AsEvent(message);
        json["type"] = "app_mention";
        json.Remove("subtype");
        json.Remove("channel_type");
        return json;
    }
}
