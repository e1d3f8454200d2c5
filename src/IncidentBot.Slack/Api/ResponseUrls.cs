using System.Collections.Concurrent;

namespace IncidentBot.Slack.Api;

/// <summary>Where the answer to a command or a button may go within half an hour, five times (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).</summary>
/// <remarks>In memory only, never logged: who knows one can speak as the bot. Without one, people are answered the usual way.</remarks>
internal sealed class ResponseUrls(SlackOptions options, TimeProvider time)
{
    private const int MostUses = 5;
    private const int MostKept = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Channel, string User), Kept> _kept = [];

    /// <summary>Keeps the newest for this person in this channel. Addresses that are not Slack's are not kept.</summary>
    public void Keep(string channel, string user, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.Host == options.ApiBaseUrl.Host)) return;
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[(channel, user)] = new(address, time.GetUtcNow() + Lifetime, MostUses);
    }

    /// <summary>One use of what was kept; null when there is nothing to use.</summary>
    public Uri? Take(string channel, string user)
    {
        var key = (channel, user);
        while (_kept.TryGetValue(key, out var kept))
        {
            if (kept.Until <= time.GetUtcNow() || kept.Uses == 0)
            {
                if (_kept.TryRemove(KeyValuePair.Create(key, kept))) return null;
            }
            else if (_kept.TryUpdate(key, kept with { Uses = kept.Uses - 1 }, kept))
            {
                return kept.Url;
            }
        }
        return null;
    }

    private sealed record Kept(Uri Url, DateTimeOffset Until, int Uses);
}
