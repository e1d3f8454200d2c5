using System.Collections.Concurrent;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Tokens;

/// <summary>The bot's tokens for Microsoft Graph, each for the data of one tenant.</summary>
internal sealed class GraphAccess(TeamsOptions options, BotTokens tokens)
{
    private readonly ConcurrentDictionary<string, string> _given = [];

    /// <param name="fresh">The one that was given last was refused.</param>
    /// <exception cref="ChatException">There is none.</exception>
    public async Task<string> TokenAsync(string tenant, bool fresh, CancellationToken ct)
    {
        var scope = options.GraphUrl.GetLeftPart(UriPartial.Authority);
        if (fresh && _given.TryGetValue(tenant, out var refused)) tokens.Forget(scope, refused, tenant);
        return _given[tenant] = await tokens.ForAsync(scope, tenant, ct)
            ?? throw new ChatException(ChatFault.Refused, "Without tokens, as in a trial on this machine, Microsoft Graph cannot be read.");
    }
}
