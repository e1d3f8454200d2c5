using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Histories;
using IncidentBot.Teams.Histories.Graph;

namespace IncidentBot.Teams.Check;

/// <summary>Whether the messages of each team that the bot is in can be read: an owner agrees to that when the app is added or updated.</summary>
internal sealed class CheckConsents(ConversationReferences references, TeamGroups groups, GraphApi graph)
{
    public const string Subject = Consents.ChannelPermission;

    public async IAsyncEnumerable<CheckLine> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var tenant in await references.TenantsAsync(ct))
            foreach (var team in await references.TeamsAsync(tenant, ct))
                yield return await AskAsync(team, ct);
    }

    // A team's first channel has the team's own id.
    private async Task<CheckLine> AskAsync(TeamReference team, CancellationToken ct)
    {
        var name = $"team {team.Name ?? team.Id}";
        var channel = TeamsIds.Channel(team.Tenant, team.Id);
        try
        {
            await graph.GetAsync(team.Tenant, new(graph.Base, $"{ChannelPages.PathOf(await groups.FindAsync(team, ct), channel)}?$top=1"), "the messages of a channel", ct);
            return CheckLine.Fine(Subject, $"{name}: its channels' messages can be read.");
        }
        catch (GraphException refused) when (refused.NoConsent)
        {
            return CheckLine.Remark(Subject, $"{name}: only what mentions the bot is heard; {Consents.HowToGrant(channel)}.");
        }
        catch (ChatException failed)
        {
            return CheckLine.Remark(Subject, $"{name}: whether its messages can be read is not known now ({failed.Message.TrimEnd('.')}).");
        }
    }
}
