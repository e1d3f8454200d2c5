using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>https://docs.slack.dev/reference/methods?family=chat</summary>
internal sealed class ChatMethods(Happenings happenings)
{
    private const int MostTextOfUpdate = 4000;

    public IReadOnlyList<ApiMethod> All =>
    [
        new("chat.postMessage", ["chat:write"], Post),
        new("chat.update", ["chat:write"], Update),
        new("chat.delete", ["chat:write"], Delete),
        new("chat.postEphemeral", ["chat:write"], PostEphemeral),
        new("chat.getPermalink", [], Permalink),
    ];

    private JsonObject Post(ApiCall call)
    {
        var where = Writable(call);
        var content = Content.Of(call);
        var thread = call["thread_ts"];
        if (thread is not null && where.Find(thread) is not { Thread: null }) throw new RefusalException("cannot_reply_to_message");
        var message = happenings.Post(new(where, call.State.NewTs(), call.Caller) { Text = content.Text, Blocks = content.Blocks, Metadata = content.Metadata, Thread = thread, Subtype = thread is not null && call.Flag("reply_broadcast") ? "thread_broadcast" : null });
        return new() { ["channel"] = where.Id, ["ts"] = message.Ts, ["message"] = message.ToJson(WorkspaceState.TeamId, call.State.Url) };
    }

    private JsonObject Update(ApiCall call)
    {
        var where = Writable(call);
        var message = Own(call, where, "cant_update_message");
        var text = call["text"];
        if (text?.Length > MostTextOfUpdate) throw new RefusalException("msg_too_long");
        if (text is null && call["blocks"] is null) throw new RefusalException("no_text");
        var content = Content.Of(call);
        happenings.Edit(message, changed => (changed.Text, changed.Blocks, changed.Metadata) = (content.Text, content.Blocks, content.Metadata ?? changed.Metadata), marked: message.Text != content.Text);
        return new() { ["channel"] = where.Id, ["ts"] = message.Ts, ["text"] = message.Text, ["message"] = message.ToJson(WorkspaceState.TeamId, call.State.Url) };
    }

    private JsonObject Delete(ApiCall call)
    {
        var message = Own(call, call.Conversation(), "cant_delete_message");
        happenings.Delete(message);
        return new() { ["channel"] = message.Where.Id, ["ts"] = message.Ts };
    }

    private JsonObject PostEphemeral(ApiCall call)
    {
        var where = Writable(call);
        var user = call.User(call.Required("user"));
        if (!where.Has(user)) throw new RefusalException("user_not_in_channel");
        var content = Content.Of(call);
        var ts = call.State.NewTs();
        where.Ephemerals.Add(new(ts, user.Id, call["thread_ts"], content.Text, content.Blocks));
        return new() { ["message_ts"] = ts };
    }

    private JsonObject Permalink(ApiCall call)
    {
        var where = call.Conversation();
        var message = call.Message(where, "message_ts");
        var link = $"{call.State.Url}archives/{where.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return new() { ["channel"] = where.Id, ["permalink"] = message.Thread is { } thread ? string.Create(CultureInfo.InvariantCulture, $"{link}?thread_ts={thread}&cid={where.Id}") : link };
    }

    /// <summary>A conversation the app may post to: its own, or a public one with the scope for that.</summary>
    private static Conversation Writable(ApiCall call)
    {
        var where = call.Conversation();
        if (where.IsArchived) throw new RefusalException("is_archived");
        if (where.Has(call.Caller) || (!where.IsPrivate && call.Method.StartsWith("chat.post", StringComparison.Ordinal) && call.MayPostAnywhere)) return where;
        throw new RefusalException("not_in_channel");
    }

    private static Message Own(ApiCall call, Conversation where, string error) => call.Message(where, "ts") is var message && message.By == call.Caller ? message : throw new RefusalException(error);
}
