using System.Globalization;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>Where a time axis is marked: at midnights of a zone, for a window of a day or two at full hours.</summary>
public static class TimeTicks
{
    private static readonly int[] Days = [1, 2, 7, 14, 28, 91];
    private static readonly int[] Hours = [1, 2, 3, 6, 12];

    /// <param name="most">So many fit.</param>
    public static IEnumerable<(DateTimeOffset At, string Text)> Of(Period window, string? zone, int most)
    {
        var days = window.Length.TotalDays;
        return days < 3 ? AtHours(window, zone, Fitting(Hours, days * 24, most)) : AtMidnights(window, zone, Fitting(Days, days, most));
    }

    private static int Fitting(int[] steps, double length, int most) => steps.FirstOrDefault(step => length / step <= most, steps[^1]);

    // Day 0 is a Monday, so whole weeks begin on Mondays.
    private static IEnumerable<(DateTimeOffset, string)> AtMidnights(Period window, string? zone, int step)
    {
        for (var day = Zones.DateIn(window.From, zone); day <= Zones.DateIn(window.To, zone); day = day.AddDays(1))
            if (day.DayNumber % step == 0 && Midnight(day, zone) is var at && at >= window.From && at <= window.To)
                yield return (at, day.ToString("d MMM", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(DateTimeOffset, string)> AtHours(Period window, string? zone, int step)
    {
        for (var day = Zones.DateIn(window.From, zone); day <= Zones.DateIn(window.To, zone); day = day.AddDays(1))
            for (var hour = 0; hour < 24; hour += step)
                if (Midnight(day, zone).AddHours(hour) is var at && at >= window.From && at <= window.To && at < Midnight(day.AddDays(1), zone))
                    yield return (at, Zones.Local(at, zone).ToString(hour == 0 ? "d MMM" : "HH:mm", CultureInfo.InvariantCulture));
    }

    // Where the clocks jump over midnight, the day begins when they do.
    private static DateTimeOffset Midnight(DateOnly day, string? zone) =>
        WallClock.Instants(day.ToDateTime(TimeOnly.MinValue), Zones.Find(zone)) is [var first, ..] ? first : WallClock.JumpOver(day.ToDateTime(TimeOnly.MinValue), Zones.Find(zone)).At;
}
