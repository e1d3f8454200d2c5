using IncidentBot.Teams.Auth;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Http;

/// <summary>Counts and logs what was refused. Whoever knows the address can post to it: that must not fill the log.</summary>
internal sealed class RefusedRequests(TimeProvider time, ILogger<RefusedRequests> log)
{
    private static readonly TimeSpan LogEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _logged; // a timestamp, which clocks that are set do not change
    private long _count;
    private long _untold;

    public long Count => Volatile.Read(ref _count);

    public void Add(Refusal refusal)
    {
        long untold;
        lock (_gate)
        {
            _count++;
            if (_logged != 0 && time.GetElapsedTime(_logged) < LogEvery)
            {
                _untold++;
                return;
            }
            (untold, _untold, _logged) = (_untold, 0, time.GetTimestamp());
        }
        log.LogWarning("A request to /api/messages was refused with {Status} because {Reason}. {Untold} more were refused since the last such line", refusal.Status, refusal.Why, untold);
    }
}
