namespace IncidentBot.Core.Times;

/// <summary>Time zones by IANA id; an unknown one is UTC, and says so.</summary>
public static class Zones
{
    public static TimeZoneInfo Find(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>As it is shown: <c>Europe/Lisbon</c>, or <c>UTC</c>.</summary>
    public static string NameOf(string? id) => Find(id).Id;

    /// <summary>The same instant with the offset of the zone at that time.</summary>
    public static DateTimeOffset Local(DateTimeOffset at, string? id) => TimeZoneInfo.ConvertTime(at, Find(id));

    /// <summary>The date that the zone's calendars show at this instant.</summary>
    public static DateOnly DateIn(DateTimeOffset at, string? id) => DateOnly.FromDateTime(Local(at, id).DateTime);
}
