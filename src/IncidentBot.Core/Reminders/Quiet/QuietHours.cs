using System.Globalization;

namespace IncidentBot.Core.Reminders.Quiet;

/// <summary>Hours of the day in which nobody is reminded, such as <c>20:00-08:00</c>.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute that is not quiet; earlier than <paramref name="From"/> when they go over midnight.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Null when the text is none: two times of day that are not the same.</summary>
    public static QuietHours? TryParse(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && Read(from) is { } first && Read(to) is { } last && first != last ? new(first, last) : null;

    public bool Covers(TimeOnly time) => time.IsBetween(From, To);

    private static TimeOnly? Read(string text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
