using IncidentBot.Core.Bot;

namespace IncidentBot.Slack.SocketMode;

/// <summary>How long to wait before a socket is opened again: not at all after a good one that Slack rotates, else longer with each failure in a row.</summary>
/// <param name="random">From 0 to 1.</param>
/// <remarks>apps.connections.open may be called about once a minute (https://docs.slack.dev/apis/web-api/rate-limits, Tier 1), in bursts more often.</remarks>
internal sealed class ReconnectPolicy(SocketTimings timings, Func<double> random)
{
    private int _failures;

    /// <param name="lived">Since the socket's hello; zero when it came to none.</param>
    public TimeSpan PauseAfter(SocketEnding ending, TimeSpan lived)
    {
        if (lived >= timings.Healthy) _failures = 0;
        if (ending.Kind is EndingKind.Rotation && lived >= timings.Healthy) return TimeSpan.Zero;
        var failure = _failures++;
        return ending.Kind switch
        {
            EndingKind.Rotation or EndingKind.Failed => AtLeast(ending.RetryAfter, random() * Doubling.Of(timings.FirstPause, failure, lived > TimeSpan.Zero ? timings.LongestPauseOfYoung : timings.LongestPause)),
            EndingKind.TooMany or EndingKind.SwitchedOff or EndingKind.TokenRefused => (1 + random() / 2) * Doubling.Of(timings.FirstLongPause, failure, timings.LongestLongPause),
        };
    }

    // Not exactly when Slack allows it again, which is when all others come.
    private TimeSpan AtLeast(TimeSpan? asked, TimeSpan own) => asked is { } wait && wait + random() * timings.FirstPause is var later && later > own ? later : own;
}
