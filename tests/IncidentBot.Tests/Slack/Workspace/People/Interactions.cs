using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Delivery;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.People;

/// <summary>What the app is told when people use it. https://docs.slack.dev/reference/interaction-payloads</summary>
internal sealed class Interactions(WorkspaceState state, Uri server)
{
    public Envelope Command(Member by, Conversation where, string command, string text) => new("slash_commands", new()
    {
        ["token"] = "deprecated",
        ["team_id"] = WorkspaceState.TeamId,
        ["team_domain"] = WorkspaceState.Domain,
        ["channel_id"] = where.Id,
        ["channel_name"] = where.IsDirect ? "directmessage" : where.IsPrivate ? "privategroup" : where.Name,
        ["user_id"] = by.Id,
        ["user_name"] = by.Name,
        ["command"] = command,
        ["text"] = TypedText.Encoded(state, text, labelled: true),
        ["api_app_id"] = WorkspaceState.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = ResponseUrl(where, by, null),
        ["trigger_id"] = Trigger(by),
    }, Accepts: true);

    /// <summary>A button of a message; <paramref name="ephemeral"/>: of one that only this person sees.</summary>
    public Envelope Press(Member by, Conversation where, JsonObject button, Message? message, Ephemeral? ephemeral)
    {
        var payload = Common("block_actions", by);
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = message?.Ts ?? ephemeral!.Ts, ["channel_id"] = where.Id, ["is_ephemeral"] = message is null };
        if ((message?.Thread ?? ephemeral?.Thread) is { } thread) container["thread_ts"] = thread;
        payload["container"] = container;
        payload["channel"] = new JsonObject { ["id"] = where.Id, ["name"] = where.Name };
        if (message is not null) payload["message"] = message.ToJson(WorkspaceState.TeamId, state.Url);
        payload["response_url"] = ResponseUrl(where, by, message);
        return WithAction(payload, button);
    }

    /// <summary>A button of a view.</summary>
    public Envelope Press(Member by, OpenView view, JsonObject button)
    {
        var payload = Common("block_actions", by);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.ToJson();
        return WithAction(payload, button);
    }

    public Envelope Submission(Member by, OpenView view, JsonObject values)
    {
        var payload = Common("view_submission", by);
        payload["view"] = view.ToJson(values);
        payload["response_urls"] = new JsonArray();
        return new("interactive", payload, Accepts: true);
    }

    public Envelope Shortcut(Member by, Message message, string callback)
    {
        var payload = Common("message_action", by);
        payload["action_ts"] = state.NewTs();
        payload["callback_id"] = callback;
        payload["message_ts"] = message.Ts;
        payload["channel"] = new JsonObject { ["id"] = message.Where.Id, ["name"] = message.Where.Name };
        payload["message"] = message.ToJson(WorkspaceState.TeamId, state.Url);
        payload["response_url"] = ResponseUrl(message.Where, by, message);
        return new("interactive", payload, Accepts: false);
    }

    /// <summary>A shortcut that stands in no channel.</summary>
    public Envelope Shortcut(Member by, string callback)
    {
        var payload = Common("shortcut", by);
        payload["action_ts"] = state.NewTs();
        payload["callback_id"] = callback;
        return new("interactive", payload, Accepts: false);
    }

    private JsonObject Common(string type, Member by) => new()
    {
        ["type"] = type,
        ["token"] = "deprecated",
        ["api_app_id"] = WorkspaceState.AppId,
        ["team"] = new JsonObject { ["id"] = WorkspaceState.TeamId, ["domain"] = WorkspaceState.Domain },
        ["user"] = new JsonObject { ["id"] = by.Id, ["username"] = by.Name, ["name"] = by.Name, ["team_id"] = WorkspaceState.TeamId },
        ["is_enterprise_install"] = false,
        ["enterprise"] = null,
        ["trigger_id"] = Trigger(by),
    };

    private Envelope WithAction(JsonObject payload, JsonObject button)
    {
        var action = new JsonObject { ["type"] = "button", ["action_id"] = (string?)button["action_id"], ["block_id"] = (string?)button["block_id"], ["text"] = button["text"]!.DeepClone(), ["action_ts"] = state.NewTs() };
        if (button["value"] is { } value) action["value"] = value.DeepClone();
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["actions"] = new JsonArray(action);
        return new("interactive", payload, Accepts: false);
    }

    private string Trigger(Member by)
    {
        var id = $"{Random.Shared.Next().ToString(CultureInfo.InvariantCulture)}.1.{state.NewId("trigger")}";
        state.Triggers[id] = (TimeProvider.System.GetUtcNow(), by.Id);
        return id;
    }

    private string ResponseUrl(Conversation where, Member who, Message? about)
    {
        var id = state.NewId("response");
        state.ResponseUrls[id] = new(where, who, about);
        return new Uri(server, $"response/{id}").ToString();
    }
}
