using System.Globalization;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Who called too often waits, and must not call meanwhile. https://docs.slack.dev/apis/web-api/rate-limits</summary>
public sealed class RateLimits(WorkspaceState state, int postBurst)
{
    /// <summary>Calls under way when the limit was told are nobody's fault.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset Until)> _windows = [];
    private readonly Dictionary<string, (double Left, DateTimeOffset At)> _posts = [];

    /// <summary>The method's limit stands; null: it may be called.</summary>
    public TimeSpan? Refuses(string method)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (!_windows.TryGetValue(method, out var window) || now >= window.Until) return null;
        if (now > window.From + Grace) state.Violations.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{method} was called {(now - window.From).TotalSeconds:F1} s after it was told to wait {(window.Until - window.From).TotalSeconds:F1} s"));
        return window.Until - now;
    }

    public void Told(string method, string? retryAfter)
    {
        var now = TimeProvider.System.GetUtcNow();
        var until = int.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? now.AddSeconds(seconds)
            : DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, out var time) ? time
            : now;
        _windows[method] = (now, until);
    }

    /// <summary>The limits that were told stand no more.</summary>
    public void Forget() => _windows.Clear();

    /// <summary>About one message a second and channel, with short bursts.</summary>
    public bool MayPost(string channel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (left, at) = _posts.GetValueOrDefault(channel, (postBurst, now));
        left = Math.Min(postBurst, left + (now - at).TotalSeconds);
        _posts[channel] = (left < 1 ? left : left - 1, now);
        if (left >= 1) return true;
        state.Violations.Enqueue($"chat.postMessage to {channel} faster than one a second after a burst of {postBurst.ToString(CultureInfo.InvariantCulture)}");
        return false;
    }
}
