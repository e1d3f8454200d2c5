using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;

namespace IncidentBot.Teams.Histories;

/// <summary>The Entra group of a channel's team, by which Microsoft Graph knows it (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-teams-details).</summary>
internal sealed class TeamGroups(ConversationReferences references, TeamDetails teams)
{
    /// <exception cref="ChatException">It is not known.</exception>
    public async Task<string> FindAsync(ChannelRef channel, CancellationToken ct) =>
        await FindAsync(await references.TeamOfAsync(channel, ct) ?? throw new ChatException(ChatFault.Refused, "Teams has not told to which team the channel belongs: mention the bot there once"), ct);

    /// <inheritdoc cref="FindAsync(ChannelRef, CancellationToken)" />
    public async Task<string> FindAsync(TeamReference team, CancellationToken ct) =>
        (await teams.WholeAsync(team, ct)).Group ?? throw new ChatException(ChatFault.Temporary, "Teams does not tell now which group the team is");
}
