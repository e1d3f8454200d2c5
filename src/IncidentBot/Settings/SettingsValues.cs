using System.Globalization;

namespace IncidentBot.Settings;

/// <summary>Values by their key. One that is wrong gives a fault, with what it allows and what was seen, and the fallback.</summary>
internal sealed class SettingsValues(IConfiguration configuration, ICollection<string> faults)
{
    public string? Value(string key) => configuration[key]?.Trim();

    public string? Optional(string key, string fallback) => Value(key) switch { null => fallback, "" => null, var value => value };

    /// <summary>With commas between them.</summary>
    public IReadOnlyList<string> List(string key) => [.. (Value(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public string NotEmpty(string key, string fallback)
    {
        if (Value(key) is not { } value) return fallback;
        if (value.Length > 0) return value;
        faults.Add($"{key} is empty. Leave it out for the default, {fallback}.");
        return fallback;
    }

    public void OneOf(string key, string fallback, params string[] allowed)
    {
        var value = Value(key) ?? fallback;
        if (!allowed.Contains(value, StringComparer.OrdinalIgnoreCase)) faults.Add($"{key} is \"{value}\". It can be {string.Join(" or ", allowed)}.");
    }

    public bool Flag(string key, bool fallback)
    {
        if (Value(key) is not { } value) return fallback;
        if (bool.TryParse(value, out var flag)) return flag;
        faults.Add($"{key} is \"{value}\". It can be true or false.");
        return fallback;
    }

    public int Number(string key, int fallback, int least, int most)
    {
        if (Value(key) is not { } value) return fallback;
        if (int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add($"{key} is \"{value}\". It can be a whole number from {least} to {most}.");
        return fallback;
    }

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Value(key) is not { } value) return fallback;
        if (TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most) return duration;
        faults.Add($"{key} is \"{value}\". It can be a time such as 00:15:00 (hours:minutes:seconds), from {least} to {most}.");
        return fallback;
    }
}
