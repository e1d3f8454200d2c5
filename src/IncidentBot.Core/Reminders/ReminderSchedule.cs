using System.Globalization;
using Cronos;

namespace IncidentBot.Core.Reminders;

/// <summary>When weekly reminders fall due: a cron expression of five fields (or six, with seconds) in an IANA zone. Clock changes are Cronos' business.</summary>
public sealed class ReminderSchedule
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);
    private static readonly IReadOnlyList<double> DaysBack = [0.05, 1, 8, 32, 366, 9 * 366]; // the 29th of February may be eight years back

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    /// <exception cref="ArgumentException">It has <see cref="Faults"/>.</exception>
    public ReminderSchedule(string cron, string zone)
    {
        if (Faults(cron, zone) is { Count: > 0 } faults) throw new ArgumentException(string.Join(' ', faults));
        _cron = CronExpression.Parse(cron, FormatOf(cron));
        _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    /// <summary>What is wrong with the two settings, a sentence each; empty when they work.</summary>
    public static IReadOnlyList<string> Faults(string cron, string zone)
    {
        var faults = new List<string>();
        if (Unreadable(cron) is { } why) faults.Add($"Reminders:Schedule is \"{cron}\": {why} Use minute, hour, day, month and weekday, such as \"0 9 * * MON\".");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) faults.Add($"Reminders:TimeZone is \"{zone}\", which is no time zone. Use an IANA name, such as Europe/Lisbon or Etc/UTC.");
        return faults;
    }

    /// <summary>The latest occurrence that has come; null when there was none.</summary>
    /// <remarks>One that is late gives way when the next week's is less than half a day ahead: nobody is reminded twice within a morning.</remarks>
    public DateTimeOffset? DueAt(DateTimeOffset now)
    {
        if (Latest(now) is not { } due) return null;
        return Next(now) is { } next && next - now < HalfADay && WeekOf(next) != WeekOf(due) ? null : due;
    }

    /// <summary>The ISO week of a time on the zone's calendar, e.g. <c>2026-W47</c>.</summary>
    public string WeekOf(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(local):D4}-W{ISOWeek.GetWeekOfYear(local):D2}");
    }

    // Forward and not by GetPreviousOccurrence, which gives another instant for a time that the clocks jumped over
    // (https://github.com/HangfireIO/Cronos/issues/92).
    private DateTimeOffset? Latest(DateTimeOffset now)
    {
        foreach (var days in DaysBack)
        {
            DateTimeOffset? latest = null;
            for (var next = Next(now.AddDays(-days)); next <= now; next = Next(next.Value)) latest = next;
            if (latest is not null) return latest;
        }
        return null;
    }

    // Where .NET does not see that clocks jumped (Africa/Casablanca in March), Cronos answers with the instant it was asked about.
    private DateTimeOffset? Next(DateTimeOffset after)
    {
        for (var from = after; ; from = from.AddMinutes(30))
        {
            var next = _cron.GetNextOccurrence(from, _zone);
            if (next is null || next > after) return next;
        }
    }

    private static string? Unreadable(string cron)
    {
        try
        {
            var read = CronExpression.Parse(cron, FormatOf(cron));
            return read.GetNextOccurrence(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is null ? "it never happens." : null;
        }
        catch (Exception fault) when (fault is CronFormatException or MissingSeedException)
        {
            return fault.Message;
        }
    }

    private static CronFormat FormatOf(string cron) =>
        cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
}
