using System.Globalization;

namespace IncidentBot.WebChat;

/// <summary>Times as a person in a zone reads them.</summary>
public static class ZonedTime
{
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => Format(at, zone, "HH:mm");

    /// <summary>The day and the time, e.g. <c>23 Nov 14:05</c>; the year only where it is not this one.</summary>
    public static string DayAndClock(DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now) =>
        Format(at, zone, DayOf(at, zone).Year == DayOf(now, zone).Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm");

    /// <summary>The time alone when it is today, else with the day.</summary>
    public static string Short(DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now) => DayOf(at, zone) == DayOf(now, zone) ? Clock(at, zone) : DayAndClock(at, zone, now);

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    public static string DayName(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString(day.Year == today.Year ? "dddd, d MMMM" : "dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Format(DateTimeOffset at, TimeZoneInfo zone, string format) => TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.InvariantCulture);
}
