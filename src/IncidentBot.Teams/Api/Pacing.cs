using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Api;

/// <summary>When the next call may go out to a conversation. One that Teams asked to leave alone stays closed for everybody; others stay free.</summary>
/// <remarks>Times are counted from when this was made: a clock that is set back must not silence the bot.</remarks>
internal sealed class Pacing(TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly long _made = time.GetTimestamp();
    private readonly ConcurrentDictionary<(ConnectorLine Line, bool Writes), Turns> _turns = [];
    private readonly ConcurrentDictionary<string, Turns> _tenants = [];
    private readonly ConcurrentDictionary<ConnectorLine, TimeSpan> _closed = [];
    private readonly ConcurrentDictionary<ConnectorLine, int> _failures = [];

    private TimeSpan Now => time.GetElapsedTime(_made);

    /// <summary>Returns when the call may go out. Waits a little at most.</summary>
    /// <exception cref="TeamsApiException">The wait would be long; it says how long.</exception>
    public async Task EnterAsync(ConnectorLine line, bool writes, CancellationToken ct)
    {
        await RestAsync(line, ct);
        await WaitAsync(_turns.GetOrAdd((line, writes), _ => new(writes ? ConnectorLimits.Writes : ConnectorLimits.Reads)).Take(Now, ConnectorLimits.Patience), ct);
        await WaitAsync(_tenants.GetOrAdd(line.Tenant, _ => new(ConnectorLimits.OfTenant)).Take(Now, ConnectorLimits.Patience), ct);
        await RestAsync(line, ct); // It may have been closed while this one waited for its turn.
    }

    /// <summary>Teams asked to leave the conversation alone for a time.</summary>
    public void Close(ConnectorLine line, TimeSpan wait)
    {
        var until = Now + wait;
        _closed.AddOrUpdate(line, until, (_, standing) => standing > until ? standing : until);
    }

    public void Worked(ConnectorLine line) => _failures.TryRemove(line, out _);

    /// <summary>How long to wait after one more failure in a row: twice as long as after the last, and not to the second as others do.</summary>
    public TimeSpan Failed(ConnectorLine line)
    {
        var wait = Doubling.Of(FirstWait, _failures.AddOrUpdate(line, 0, (_, before) => before + 1), LongestWait);
        return wait / 2 + wait / 2 * Random.Shared.NextDouble();
    }

    private async Task RestAsync(ConnectorLine line, CancellationToken ct)
    {
        while (_closed.TryGetValue(line, out var until))
        {
            if (until <= Now) _closed.TryRemove(KeyValuePair.Create(line, until));
            else await WaitAsync(until - Now, ct);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        if (wait <= TimeSpan.Zero) return;
        if (wait > ConnectorLimits.Patience)
            throw new TeamsApiException(System.Net.HttpStatusCode.TooManyRequests, "", ChatFault.Temporary, "It is not yet time for the next message: Teams limits how many may go into a conversation.", wait);
        await Task.Delay(wait, time, ct);
    }
}
