using System.Globalization;

namespace IncidentBot.Slack.Events;

/// <summary>The time in a Slack timestamp such as <c>1655314565.000100</c>: seconds and, after the dot, microseconds.</summary>
internal static class SlackTime
{
    private const int MicrosecondDigits = 6;

    /// <summary>Null when the text is no timestamp. Read as decimal text: a double would lose microseconds.</summary>
    /// <remarks>Some events print it without the dot (docs.slack.dev/reference/events/app_home_opened).</remarks>
    public static DateTimeOffset? Read(string? ts)
    {
        if (ts is null) return null;
        var dot = ts.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 && ts.Length > 10 + MicrosecondDigits - 1) (ts, dot) = (ts.Insert(ts.Length - MicrosecondDigits, "."), ts.Length - MicrosecondDigits);
        var (whole, fraction) = dot < 0 ? (ts, "") : (ts[..dot], ts[(dot + 1)..]);
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return null;
        if (!int.TryParse((fraction + "000000")[..MicrosecondDigits], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)) return null;
        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(microseconds);
    }

    /// <summary>A time as the bound of a history. Message ids look alike but are never made, only kept.</summary>
    /// <remarks>Never before the beginning of Slack's time, which it would refuse.</remarks>
    public static string Write(DateTimeOffset at) => at <= DateTimeOffset.UnixEpoch
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.{at.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
}
