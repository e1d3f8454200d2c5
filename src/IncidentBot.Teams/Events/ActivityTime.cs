using System.Globalization;

namespace IncidentBot.Teams.Events;

/// <summary>Times of activities: ISO 8601 with up to seven digits of a second, and ids of messages, which are milliseconds since 1970.</summary>
internal static class ActivityTime
{
    /// <summary>Null when the text is no time.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>When a message was posted, by its id; null for ids that are not made of the time.</summary>
    public static DateTimeOffset? OfMessage(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
