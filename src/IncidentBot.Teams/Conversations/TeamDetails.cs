using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Conversations;

/// <summary>The team of a channel with its name and its Entra group, asked for where no activity told them.</summary>
internal sealed class TeamDetails(ConversationReferences references, ConnectorApi api, ILogger<TeamDetails> log)
{
    /// <summary>Null where the team is not known. What Teams does not tell stays null in it.</summary>
    public async Task<TeamReference?> OfAsync(ChannelRef channel, CancellationToken ct) =>
        await references.TeamOfAsync(channel, ct) is { } team ? await WholeAsync(team, ct) : null;

    public async Task<TeamReference> WholeAsync(TeamReference team, CancellationToken ct)
    {
        if (team is { Name: not null, Group: not null }) return team;
        try
        {
            if (await api.SendAsync(HttpMethod.Get, team.Service, ConnectorAddress.Team(team.Id), null, team.Line, "what a team is called", ct) is not { } told) return team;
            team = team with { Name = told.Text("name") ?? team.Name, Group = told.Text("aadGroupId") ?? team.Group };
            await references.SaveAsync(team, ct);
        }
        catch (TeamsApiException unseen)
        {
            log.LogInformation("What team {Team} is called cannot be seen: {Reason}", team.Id, unseen.Message);
        }
        return team;
    }
}
