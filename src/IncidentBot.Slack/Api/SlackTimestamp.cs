using System.Globalization;

namespace IncidentBot.Slack.Api;

/// <summary>A time as the bound of a history: seconds, a dot, microseconds. Message ids look alike but are never made, only kept.</summary>
internal static class SlackTimestamp
{
    /// <summary>Never before the beginning of Slack's time, which it would refuse.</summary>
    public static string Of(DateTimeOffset at) => at <= DateTimeOffset.UnixEpoch
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.{at.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
}
