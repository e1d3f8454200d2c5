using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Making and changing channels. https://docs.slack.dev/reference/methods?family=conversations</summary>
internal sealed class ChannelMethods(ChannelHappenings happenings)
{
    private const int MostTopic = 250;
    private const int MostInvited = 100;
    private static readonly string[] Manage = ["channels:manage", "groups:write"];

    public IReadOnlyList<ApiMethod> All =>
    [
        new("conversations.create", Manage, Create),
        new("conversations.invite", [.. Manage, "channels:write.invites"], Invite),
        new("conversations.join", ["channels:join"], Join),
        new("conversations.leave", Manage, Leave),
        new("conversations.setTopic", Manage, call => SetTopic(call, "topic")),
        new("conversations.setPurpose", Manage, call => SetTopic(call, "purpose")),
        new("conversations.rename", Manage, Rename),
        new("conversations.archive", Manage, Archive),
    ];

    private JsonObject Create(ApiCall call)
    {
        var isPrivate = call.Flag("is_private");
        call.Needs(isPrivate ? "groups:write" : "channels:manage");
        return Shown(call, happenings.Create(ChannelNames.Checked(call.Required("name"), call.State), isPrivate, call.Caller));
    }

    private JsonObject Invite(ApiCall call)
    {
        var where = call.Joined();
        var ids = call.Required("users").Split(',');
        if (ids.Length > MostInvited) throw new RefusalException("too_many_users");
        var refused = new List<(string User, string Error)>();
        var welcome = new List<Member>();
        foreach (var id in ids)
        {
            if (call.State.Members.Find(member => member.Id == id) is not { } member) refused.Add((id, "user_not_found"));
            else if (member == call.Caller) refused.Add((id, "cant_invite_self"));
            else if (where.Has(member)) refused.Add((id, "already_in_channel"));
            else welcome.Add(member);
        }
        if (refused.Count > 0 && !(call.Flag("force") && welcome.Count > 0)) throw new RefusalException(refused[0].Error) { More = { ["errors"] = Errors(refused) } };
        foreach (var member in welcome) happenings.Join(where, member, call.Caller);
        var answer = Shown(call, where);
        if (refused.Count > 0) answer["errors"] = Errors(refused);
        return answer;
    }

    private JsonObject Join(ApiCall call)
    {
        var where = call.Conversation();
        if (where.IsPrivate || where.IsDirect) throw new RefusalException("method_not_supported_for_channel_type");
        if (where.IsArchived) throw new RefusalException("is_archived");
        var was = where.Has(call.Caller);
        happenings.Join(where, call.Caller);
        var answer = Shown(call, where);
        if (was) answer["warning"] = "already_in_channel";
        return answer;
    }

    private JsonObject Leave(ApiCall call)
    {
        happenings.Leave(call.Joined(), call.Caller);
        return [];
    }

    private JsonObject SetTopic(ApiCall call, string what)
    {
        var where = call.Joined();
        var text = call[what] ?? "";
        if (text.Length > MostTopic) throw new RefusalException("too_long");
        if (text == (what == "topic" ? where.Topic : where.Purpose)) call.State.Violations.Enqueue($"{call.Method} to what stands already: it makes noise in the channel");
        if (what == "topic") happenings.SetTopic(where, call.Caller, text);
        else happenings.SetPurpose(where, call.Caller, text);
        return Shown(call, where);
    }

    private JsonObject Rename(ApiCall call)
    {
        var where = call.Joined();
        if (where.Creator != call.Caller) throw new RefusalException("not_authorized");
        happenings.Rename(where, call.Caller, ChannelNames.Checked(call.Required("name"), call.State));
        return Shown(call, where);
    }

    private JsonObject Archive(ApiCall call)
    {
        var where = call.Conversation();
        if (where.IsArchived) throw new RefusalException("already_archived");
        if (where.Name == "general") throw new RefusalException("cant_archive_general");
        happenings.Archive(where, call.Caller, on: true);
        return [];
    }

    private static JsonObject Shown(ApiCall call, Conversation channel) => new() { ["channel"] = channel.ToJson(call.Caller) };

    private static JsonArray Errors(IEnumerable<(string User, string Error)> refused) => new([.. refused.Select(one => new JsonObject { ["ok"] = false, ["error"] = one.Error, ["user"] = one.User })]);
}
