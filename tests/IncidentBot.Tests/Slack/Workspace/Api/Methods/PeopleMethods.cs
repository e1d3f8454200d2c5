using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Who there is: the team, people, groups, the app itself.</summary>
internal static class PeopleMethods
{
    public static IReadOnlyList<ApiMethod> All =>
    [
        new("api.test", [], _ => []),
        new("auth.test", [], Self),
        new("team.info", ["team:read"], call => new() { ["team"] = new JsonObject { ["id"] = WorkspaceState.TeamId, ["name"] = "Double", ["domain"] = WorkspaceState.Domain } }),
        new("users.info", ["users:read"], call => new() { ["user"] = call.User(call.Required("user")).ToJson(WorkspaceState.TeamId) }),
        new("users.list", ["users:read"], List),
        new("users.lookupByEmail", ["users:read.email"], ByEmail),
        new("usergroups.list", ["usergroups:read"], Groups),
        new("usergroups.users.list", ["usergroups:read"], UsersOfGroup),
    ];

    private static JsonObject Self(ApiCall call) => new()
    {
        ["url"] = call.State.Url,
        ["team"] = "Double",
        ["user"] = call.Caller.Name,
        ["team_id"] = WorkspaceState.TeamId,
        ["user_id"] = call.Caller.Id,
        ["bot_id"] = WorkspaceState.BotId,
        ["is_enterprise_install"] = false,
    };

    private static JsonObject List(ApiCall call)
    {
        var answer = new JsonObject { ["cache_ts"] = 1 };
        answer.AddPage("members", call, call.State.Members, member => member.ToJson(WorkspaceState.TeamId));
        return answer;
    }

    private static JsonObject ByEmail(ApiCall call)
    {
        var name = call.Required("email").Split('@')[0];
        return new() { ["user"] = (call.State.Members.Find(member => member.Name == name) ?? throw new RefusalException("users_not_found")).ToJson(WorkspaceState.TeamId) };
    }

    private static JsonObject Groups(ApiCall call) => new() { ["usergroups"] = new JsonArray([.. call.State.Groups.Values.Select(group => new JsonObject { ["id"] = group.Id, ["handle"] = group.Handle, ["name"] = group.Handle })]) };

    private static JsonObject UsersOfGroup(ApiCall call)
    {
        if (!call.State.Groups.TryGetValue(call.Required("usergroup"), out var group)) throw new RefusalException("no_such_subteam");
        return new() { ["users"] = new JsonArray([.. group.Users.Select(user => JsonValue.Create(user))]) };
    }
}
