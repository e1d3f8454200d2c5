using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Reading conversations. https://docs.slack.dev/reference/methods/conversations.history</summary>
internal static class ReadingMethods
{
    private static readonly string[] Read = ["channels:read", "groups:read", "im:read", "mpim:read"];
    private static readonly string[] History = ["channels:history", "groups:history", "im:history", "mpim:history"];

    public static IReadOnlyList<ApiMethod> All =>
    [
        new("conversations.info", Read, call => new() { ["channel"] = call.Conversation().ToJson(call.Caller) }),
        new("conversations.members", Read, Members),
        new("conversations.list", Read, List),
        new("users.conversations", Read, Own),
        new("conversations.open", ["im:write", "mpim:write"], Open),
        new("conversations.history", History, HistoryOf),
        new("conversations.replies", History, Replies),
    ];

    private static JsonObject Members(ApiCall call)
    {
        var answer = new JsonObject();
        answer.AddPage("members", call, call.Conversation().Members, member => JsonValue.Create(member));
        return answer;
    }

    private static JsonObject List(ApiCall call) => Channels(call, channel => !channel.IsPrivate || channel.Has(call.Caller));

    private static JsonObject Own(ApiCall call) => Channels(call, channel => channel.Has(call.Caller));

    private static JsonObject Channels(ApiCall call, Func<Conversation, bool> visible)
    {
        var types = (call["types"] ?? "public_channel").Split(',');
        var found = call.State.Conversations.Where(channel => visible(channel)
            && types.Contains(channel.IsDirect ? "im" : channel.IsPrivate ? "private_channel" : "public_channel")
            && !(channel.IsArchived && call.Flag("exclude_archived")));
        var answer = new JsonObject();
        answer.AddPage("channels", call, [.. found], channel => channel.ToJson(call.Caller));
        return answer;
    }

    private static JsonObject Open(ApiCall call)
    {
        var users = call.Required("users").Split(',');
        if (users.Length > 1) throw new RefusalException("too_many_users", "[ERROR] the double has no group conversations");
        var user = call.User(users[0]);
        if (user == call.Caller || user.IsBot) throw new RefusalException("cannot_dm_bot");
        return new() { ["channel"] = new JsonObject { ["id"] = call.State.Direct(user).Id } };
    }

    private static JsonObject HistoryOf(ApiCall call)
    {
        var where = Seen(call);
        var found = where.Messages.Where(message => (message.Thread is null || message.Subtype is "thread_broadcast") && Within(call, message)).Reverse();
        return Page(call, [.. found]);
    }

    private static JsonObject Replies(ApiCall call)
    {
        var where = Seen(call);
        var parent = where.Find(call.Required("ts")) ?? throw new RefusalException("thread_not_found");
        var found = parent.Replies.Where(reply => Within(call, reply));
        return Page(call, [parent, .. found]);
    }

    private static Conversation Seen(ApiCall call) => call.Conversation() is var where && where.Has(call.Caller) ? where : throw new RefusalException("not_in_channel");

    private static JsonObject Page(ApiCall call, IReadOnlyList<Message> messages)
    {
        var answer = new JsonObject();
        answer.AddPage("messages", call, messages, message => message.ToJson(WorkspaceState.TeamId, call.State.Url, call.Flag("include_all_metadata")));
        return answer;
    }

    /// <summary>Bounds do not belong to what is between them, unless they are asked to.</summary>
    private static bool Within(ApiCall call, Message message)
    {
        var inclusive = call.Flag("inclusive") ? 0 : 1;
        return (call["oldest"] is not { Length: > 0 } oldest || Compare(message.Ts, oldest) >= inclusive) && (call["latest"] is not { Length: > 0 } latest || Compare(latest, message.Ts) >= inclusive);
    }

    private static int Compare(string one, string other) => decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture).CompareTo(decimal.Parse(other, System.Globalization.CultureInfo.InvariantCulture));
}
