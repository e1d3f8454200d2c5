using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>Which stretch of time an objective holds over at a moment.</summary>
public static class Windows
{
    /// <summary>The whole window that the moment is in: a rolling one ends then; a month or a quarter reaches from midnight to midnight of its zone, its part to come included.</summary>
    /// <remarks>A rolling day has 24 hours whatever the clocks do. A midnight that the clocks jump over is the moment of the jump; of one that comes twice, the first.</remarks>
    public static Period At(this SloWindow window, DateTimeOffset now) => window.Kind switch
    {
        SloWindowKind.Rolling => new(now.AddDays(-window.Days), now),
        SloWindowKind.CalendarMonth => Months(1, now, window.TimeZone),
        SloWindowKind.CalendarQuarter => Months(3, now, window.TimeZone),
    };

    /// <summary>From the window's beginning to the moment: what can be measured of it.</summary>
    public static Period SoFar(this SloWindow window, DateTimeOffset now) => window.At(now) with { To = now };

    private static Period Months(int months, DateTimeOffset now, string zoneName)
    {
        var zone = Zones.Find(zoneName);
        var today = TimeZoneInfo.ConvertTime(now, zone);
        var first = new DateTime(today.Year, (today.Month - 1) / months * months + 1, 1);
        var period = new Period(Midnight(first, zone), Midnight(first.AddMonths(months), zone));
        // Where the clocks go back over a midnight, its first coming begins the window, and what they then show once more of the day before is in it.
        return now < period.To ? period : new(period.To, Midnight(first.AddMonths(2 * months), zone));
    }

    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo zone) =>
        WallClock.Instants(day, zone) is [var first, ..] ? first.ToUniversalTime() : WallClock.JumpOver(day, zone).At.ToUniversalTime();
}
