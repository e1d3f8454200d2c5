using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>Who is in a conversation, and what a team is. learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context</summary>
public sealed class Rosters(TeamsState state)
{
    private const int Least = 50;
    private const int Most = 500;

    /// <summary>The old way, which names a field otherwise.</summary>
    public Answer All(string conversation)
    {
        var members = SentMessages.Reachable(state, conversation).Members.Select(member =>
        {
            var json = member.ToMember();
            (json["objectId"], _) = (member.AadId, json.Remove("aadObjectId"));
            return json;
        });
        return new(200, new JsonArray([.. members]));
    }

    public Answer Page(string conversation, string? pageSize, string? token)
    {
        var size = Math.Clamp(int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 200, Least, Most);
        var from = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var members = SentMessages.Reachable(state, conversation).Members;
        var page = new JsonObject { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(member => member.ToMember())]) };
        if (members.Count > from + size) page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return new(200, page);
    }

    public Answer One(string conversation, string id)
    {
        var found = SentMessages.Reachable(state, conversation).Members.Find(member => member.Id == id || member.AadId == id);
        return found is null ? throw new RefusalException(404, "MemberNotFoundInConversation", "Member not found in conversation") : new(200, found.ToMember());
    }

    public Answer Team(string id)
    {
        var team = In(id);
        return new(200, new JsonObject
        {
            ["id"] = team.Id,
            ["name"] = team.Name,
            ["aadGroupId"] = team.GroupId,
            ["tenantId"] = WorkspaceOptions.Tenant,
            ["type"] = "standard",
            ["channelCount"] = team.Channels.Count,
            ["memberCount"] = team.Members.Count,
        });
    }

    public Answer Channels(string id) => new(200, new JsonObject { ["conversations"] = new JsonArray([.. In(id).Channels.Select(channel => AsChannel(id, channel))]) });

    // The General channel comes without a name.
    private static JsonObject AsChannel(string team, Conversation channel)
    {
        var json = new JsonObject { ["id"] = channel.Id, ["type"] = "standard" };
        if (channel.Id != team) json["name"] = channel.Name;
        return json;
    }

    private Team In(string id)
    {
        var team = state.Teams.Find(known => known.Id == id) ?? throw new RefusalException(404, "NotFound", "Team not found");
        return team.HasBot ? team : throw new RefusalException(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }
}
