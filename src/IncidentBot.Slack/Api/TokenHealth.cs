using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace IncidentBot.Slack.Api;

/// <summary>What is wrong with the bot token, as the last answers tell.</summary>
internal sealed class TokenHealth
{
    // What they give is a convenience; a team may leave their scopes out.
    private static readonly FrozenSet<string> Optional = FrozenSet.Create("bookmarks.add", "bookmarks.edit", "bookmarks.list", "usergroups.list", "usergroups.users.list");

    private readonly ConcurrentDictionary<string, string> _scopes = [];
    private volatile string? _refused;

    /// <summary>In a sentence for an operator; null when all is well.</summary>
    public string? Fault => _refused ?? _scopes.Values.FirstOrDefault();

    public void Worked(string method)
    {
        _refused = null;
        _scopes.TryRemove(method, out _);
    }

    public void Failed(string method, SlackApiException failure)
    {
        if (failure.Error == SlackErrors.MissingScope)
        {
            if (!Optional.Contains(method)) _scopes[method] = failure.Message;
        }
        else if (SlackErrors.IsOfToken(failure.Error))
        {
            _refused = $"Slack does not accept the bot token ({failure.Error}). Put the app's current Bot User OAuth Token into Slack:BotToken and start again.";
        }
    }
}
