using System.Globalization;
using Humanizer;

namespace IncidentBot.Core.Times;

/// <summary>Times and lengths of time in plain words.</summary>
public static class Words
{
    /// <summary>People read English, whatever the server speaks.</summary>
    public static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>29 minutes</c>, <c>1 hour, 5 minutes</c>, <c>40 seconds</c>: two units at most, to the nearest minute from one minute on.</summary>
    public static string Duration(TimeSpan length) => length < TimeSpan.FromMinutes(1)
        ? length.Humanize(minUnit: TimeUnit.Second, culture: Culture)
        : TimeSpan.FromMinutes(Math.Round(length.TotalMinutes)).Humanize(precision: 2, minUnit: TimeUnit.Minute, maxUnit: TimeUnit.Day, culture: Culture);

    /// <summary><c>3 weeks old</c>, <c>2 days old</c>; on its first day <c>new today</c>.</summary>
    public static string Age(TimeSpan age) => age < TimeSpan.FromDays(1) ? "new today" : $"{age.Humanize(maxUnit: TimeUnit.Year, minUnit: TimeUnit.Day, culture: Culture)} old";

    /// <summary><c>2 days overdue</c>, <c>due today</c>, <c>due tomorrow</c>, <c>due in 5 days</c>.</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => $"{Days(-late)} overdue",
        0 => "due today",
        1 => "due tomorrow",
        var left => $"due in {Days(left)}",
    };

    public static string Days(int count) => TimeSpan.FromDays(count).Humanize(minUnit: TimeUnit.Day, maxUnit: TimeUnit.Day, culture: Culture);

    /// <summary><c>one</c>, <c>one or two</c>, <c>one, two or three</c></summary>
    public static string Either(IEnumerable<string> words) => words.ToList() is [.. { Count: > 0 } first, var last] ? $"{string.Join(", ", first)} or {last}" : string.Concat(words);

    /// <summary><c>2026-11-22 14:05 (Europe/Lisbon)</c>, with the offset where that clock time came twice.</summary>
    public static string Moment(DateTimeOffset at, string? zone)
    {
        var (local, name) = (Zones.Local(at, zone), Zones.NameOf(zone));
        var twice = WallClock.Instants(local.DateTime, Zones.Find(zone)).Count > 1;
        return local.ToString(twice ? $"yyyy-MM-dd HH:mm '({name}, UTC'zzz')'" : $"yyyy-MM-dd HH:mm '({name})'", Culture);
    }

    /// <summary><c>2026-11-22</c></summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", Culture);
}
