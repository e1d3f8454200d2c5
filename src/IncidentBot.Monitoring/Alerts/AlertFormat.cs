using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Core.Alerts;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>How one kind of system posts alerts: where to, and what its body means.</summary>
internal abstract class AlertFormat
{
    private const int MostOfAText = 2000;
    private const int LongestFingerprint = 128;

    /// <summary>The name of its deliveries in the inbox, and of its alerts in the store.</summary>
    public abstract string Adapter { get; }

    public abstract string Path { get; }

    /// <summary>How it is called where it stands for a person.</summary>
    public abstract string Name { get; }

    public abstract AlertReading Read(JsonElement body);

    /// <summary>The same for a notification that is repeated, by the same instance or another one.</summary>
    /// <remarks>But once an hour: what was held in a storm is looked at again when it is notified of again. Without a start nobody could tell a repeat from an alert that fires again, so each is another one:
    /// what it tells anew is decided from what is known of the alert.</remarks>
    public string DeliveryId(Notification notification, DateTimeOffset now)
    {
        if (notification.Alerts.Any(alert => alert.StartsAt is null)) return $"{Adapter}:{Guid.NewGuid():N}";
        var told = new StringBuilder(notification.Group).Append('\n').Append(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddHH}");
        foreach (var alert in notification.Alerts.OrderBy(alert => alert.Fingerprint, StringComparer.Ordinal).ThenBy(alert => alert.StartsAt))
            told.Append(CultureInfo.InvariantCulture, $"\n{alert.Fingerprint} {alert.StartsAt?.UtcTicks} {(alert.Firing ? "firing" : "resolved")} {(alert.Firing ? null : alert.EndsAt?.UtcTicks)}");
        return $"{Adapter}:{Hash(told.ToString())}";
    }

    protected static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>What identifies something, short enough to be a key.</summary>
    protected static string Identity(string text) => text.Length <= LongestFingerprint && !text.Any(char.IsControl) ? text : Hash(text);

    protected static string? Cut(string? text) => text is { Length: > MostOfAText } ? text[..(char.IsHighSurrogate(text[MostOfAText - 1]) ? MostOfAText - 1 : MostOfAText)] : text;

    /// <summary>ISO 8601, or seconds or milliseconds since 1970; null when it is neither. Go writes the year 1 for "none".</summary>
    protected static DateTimeOffset? Time(string? text)
    {
        if (text is null) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number switch { 0 => null, < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(number), < 100_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number), _ => null };
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year >= 1970 ? at : null;
    }
}

/// <summary>What a body tells, or in a sentence why it tells nothing.</summary>
internal sealed record AlertReading(Notification? Notification, string? Refusal)
{
    public static implicit operator AlertReading(Notification notification) => new(notification, null);

    public static implicit operator AlertReading(string refusal) => new(null, refusal);
}

/// <param name="Group">As in <see cref="AlertsHeard"/>.</param>
internal sealed record Notification(string Group, IReadOnlyList<HeardAlert> Alerts);
