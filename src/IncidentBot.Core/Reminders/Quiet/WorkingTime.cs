using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Reminders.Quiet;

/// <summary>When a person may be reminded: not in quiet hours and not at weekends, by the clocks where they are.</summary>
public static class WorkingTime
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>No quiet hours and no weekend are longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(8);

    public static bool Is(DateTimeOffset at, Person person, BotSettings settings) => Is(at, Zones.Find(ZoneOf(person, settings)), settings.Reminding);

    /// <summary>The first working minute at or after a time.</summary>
    /// <remarks>It goes from minute to minute, so that it is right over every change of the clocks.</remarks>
    public static DateTimeOffset Next(DateTimeOffset at, Person person, BotSettings settings)
    {
        var zone = Zones.Find(ZoneOf(person, settings));
        if (Is(at, zone, settings.Reminding)) return at;
        var minute = at.AddTicks(-(at.UtcTicks % AMinute.Ticks));
        for (var next = minute + AMinute; next < minute + Longest; next += AMinute)
            if (Is(next, zone, settings.Reminding)) return next;
        return minute + Longest;
    }

    // Where the platform does not tell where somebody is, the reminders' own zone is the best guess.
    private static string ZoneOf(Person person, BotSettings settings) => person.TimeZone ?? settings.ReminderTimeZone;

    private static bool Is(DateTimeOffset at, TimeZoneInfo zone, ReminderSettings settings)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (settings.Weekends || !weekend) && settings.QuietHours?.Covers(TimeOnly.FromDateTime(local)) is not true;
    }
}
