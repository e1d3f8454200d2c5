using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Conversations;

namespace IncidentBot.Teams.Histories;

/// <summary>The Entra group of a channel's team: Microsoft Graph knows teams by it, activities tell it only now and then.</summary>
internal sealed class TeamGroups(ConversationReferences references, ConnectorApi api)
{
    /// <exception cref="ChatException">It is not known, and Teams does not tell it.</exception>
    public async Task<string> FindAsync(ChannelRef channel, CancellationToken ct) =>
        await references.TeamOfAsync(channel, ct) is not { } team
            ? throw new ChatException(ChatFault.Refused, "Teams has not told to which team the channel belongs: mention the bot there once")
            : await FindAsync(team, ct);

    /// <inheritdoc cref="FindAsync(ChannelRef, CancellationToken)" />
    /// <remarks>Of a team Teams tells both ids: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-teams-details</remarks>
    public async Task<string> FindAsync(TeamReference team, CancellationToken ct)
    {
        if (team.Group is { } known) return known;
        var told = await api.SendAsync(HttpMethod.Get, team.Service, ConnectorAddress.Team(team.Id), null, new(team.Tenant, team.Id), "which group a team is", ct);
        if (told?.Text("aadGroupId") is not { Length: > 0 } group) throw new ChatException(ChatFault.Refused, "Teams does not tell which group the team is");
        await references.SaveAsync(team with { Group = group }, ct);
        return group;
    }
}
