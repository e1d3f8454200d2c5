using System.Globalization;

namespace IncidentBot.Slack.Api;

/// <summary>A time as the bound of a history: seconds, a dot, microseconds. Message ids look alike but are never made, only kept.</summary>
internal static class SlackTimestamp
{
    public static string Of(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.{at.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
}
