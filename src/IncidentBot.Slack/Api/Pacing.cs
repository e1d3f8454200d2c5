using System.Collections.Concurrent;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Api;

/// <summary>When the next call of a method may go out, in the one workspace of the token.</summary>
/// <remarks>A method that Slack asked to pause stays closed for everybody; others stay free, for Slack counts each method apart.
/// Times are counted from when this was made: a clock that is set back must not silence the bot.</remarks>
internal sealed class Pacing(TimeProvider time)
{
    private readonly long _made = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, TimeSpan> _closed = [];
    private readonly ConcurrentDictionary<string, Turns> _turns = [];

    private TimeSpan Now => time.GetElapsedTime(_made);

    /// <summary>Returns when the call may go out. Waits a little at most.</summary>
    /// <exception cref="SlackApiException">The wait would be long; it says how long.</exception>
    public async Task EnterAsync(string method, string? channel, CancellationToken ct)
    {
        await RestAsync(method, ct);
        if (SlackRate.Of(method) is not { } rate) return;
        var key = rate.PerChannel ? $"{rate.Name} {channel}" : rate.Name;
        var wait = _turns.GetOrAdd(key, _ => new()).Take(rate, Now);
        await WaitAsync(method, wait, rate.Patience, ct);
        await RestAsync(method, ct); // It may have been closed while this one waited for its turn.
    }

    /// <summary>Slack asked to leave the method alone for a time.</summary>
    public void Close(string method, TimeSpan wait)
    {
        var until = Now + wait;
        _closed.AddOrUpdate(method, until, (_, standing) => standing > until ? standing : until);
    }

    private async Task RestAsync(string method, CancellationToken ct)
    {
        while (_closed.TryGetValue(method, out var until) && until > Now) await WaitAsync(method, until - Now, SlackRate.ShortWait, ct);
    }

    private async Task WaitAsync(string method, TimeSpan wait, TimeSpan patience, CancellationToken ct)
    {
        if (wait <= TimeSpan.Zero) return;
        if (wait > patience) throw new SlackApiException(SlackErrors.RateLimited, ChatFault.Temporary, $"It is not yet time for the next {method}: Slack limits how often it may be called.", wait);
        await Task.Delay(wait, time, ct);
    }

    /// <summary>Turns that are handed out one by one, each at its time.</summary>
    private sealed class Turns
    {
        private readonly Lock _lock = new();
        private TimeSpan _next = TimeSpan.MinValue;

        /// <summary>How long to wait for one's turn; longer than the rate's patience: there was none to have.</summary>
        public TimeSpan Take(SlackRate rate, TimeSpan now)
        {
            lock (_lock)
            {
                var earliest = now - (rate.Every * (rate.Burst - 1)); // What was not used counts, up to a burst.
                var turn = _next < earliest ? earliest : _next;
                var wait = turn - now;
                if (wait <= rate.Patience) _next = turn + rate.Every;
                return wait;
            }
        }
    }
}
