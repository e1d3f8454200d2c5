using CsCheck;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders;

public sealed class ReminderScheduleTests
{
    [Theory]
    [InlineData("0 9 * * MON")]
    [InlineData("0 30 9 * * 1")]
    [InlineData("*/5 8-18 1,15 * *")]
    [InlineData("@weekly")]
    public void A_schedule_that_works_has_no_faults(string cron) => Assert.Empty(ReminderSchedule.Faults(cron, "Europe/Lisbon"));

    [Theory]
    [InlineData("")]
    [InlineData("mondays")]
    [InlineData("0 9 * *")]
    [InlineData("0 25 * * MON")]
    [InlineData("0 9 * * MON * *")]
    [InlineData("H 9 * * MON")]
    public void A_schedule_that_cannot_be_read_is_named_with_one_that_can(string cron)
    {
        var fault = Assert.Single(ReminderSchedule.Faults(cron, "Etc/UTC"));
        Assert.StartsWith($"Reminders:Schedule is \"{cron}\": ", fault, StringComparison.Ordinal);
        Assert.EndsWith("such as \"0 9 * * MON\".", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_never_comes_is_a_fault() => Assert.Contains("never happens", Assert.Single(ReminderSchedule.Faults("0 9 30 2 *", "Etc/UTC")), StringComparison.Ordinal);

    [Fact]
    public void Both_settings_are_checked_at_once()
    {
        Assert.Equal(2, ReminderSchedule.Faults("mondays", "Mars/Base").Count);
        Assert.Throws<ArgumentException>(() => new ReminderSchedule("0 9 * * MON", "Mars/Base"));
    }

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", null)] // Monday: last week's, nine hours late at least, gives way to the one that comes
    [InlineData("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-27T23:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-29T20:00:00Z", "2026-11-23T09:00:00Z")]
    public void The_latest_occurrence_counts(string now, string? due) =>
        Assert.Equal(due is null ? null : At(due), new ReminderSchedule("0 9 * * MON", "Etc/UTC").DueAt(At(now)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-22T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 is left out that day: at 03:00
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first one
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z")]
    public void A_time_inside_a_clock_change_happens_once(string zone, string now, string due) =>
        Assert.Equal(At(due), new ReminderSchedule("30 2 * * SUN", zone).DueAt(At(now)));

    [Theory]
    [InlineData("2026-12-31T12:00:00Z", "2026-W53")]
    [InlineData("2027-01-03T22:59:59Z", "2026-W53")]
    [InlineData("2027-01-03T23:00:00Z", "2027-W01")] // Monday in Berlin, Sunday in UTC
    public void Weeks_are_ISO_weeks_of_the_zone(string at, string week) => Assert.Equal(week, new ReminderSchedule("0 9 * * MON", "Europe/Berlin").WeekOf(At(at)));

    [Fact]
    public void What_is_due_has_come_and_stays_due_until_the_next_one_comes() =>
        Gen.Select(Some.Of("0 9 * * MON", "30 2 * * SUN", "0 0 29 2 *", "*/7 * * * *", "15 30 1 * * *"), Some.Of(Zones), Gen.Int[0, 2 * 365 * 24 * 3600], Gen.Int[0, 10 * 24 * 3600])
            .Sample((cron, zone, seconds, later) =>
            {
                var schedule = new ReminderSchedule(cron, zone);
                var earlier = At("2026-01-01T00:00:00Z").AddSeconds(seconds);
                var now = earlier.AddSeconds(later);
                if (schedule.DueAt(now) is not { } due) return;
                Assert.True(due <= now);
                Assert.Equal(due, schedule.DueAt(due));
                if (due <= earlier) Assert.Equal(due, schedule.DueAt(earlier));
            }, iter: 1000);

    [Theory]
    [MemberData(nameof(AllZones))]
    public void Every_week_of_a_year_has_one_occurrence_in_every_zone(string zone)
    {
        foreach (var cron in new[] { "0 9 * * MON", "0 0 * * SUN", "30 2 * * SUN", "0 1 * * SUN" })
        {
            var schedule = new ReminderSchedule(cron, zone);
            var asked = Enumerable.Range(0, 365 * 2).Select(halfDays => schedule.DueAt(At("2026-01-11T12:00:00Z").AddHours(12 * halfDays)));
            var due = asked.OfType<DateTimeOffset>().Distinct().ToList();
            Assert.Equal(53, due.Count);
            Assert.Equal(53, due.Select(schedule.WeekOf).Distinct().Count());
        }
    }

    public static TheoryData<string> AllZones => [.. Zones];

    internal static readonly string[] Zones = ["Etc/UTC", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "America/Santiago", "Asia/Beirut", "Africa/Cairo", "Asia/Gaza", "Antarctica/Troll", "Europe/Dublin"];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
