using CsCheck;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Reminders.Quiet;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders.Quiet;

public sealed class WorkingTimeTests
{
    private static readonly BotSettings Usual = new() { ReminderTimeZone = "Europe/Lisbon" };

    [Theory]
    [InlineData("2026-11-23T07:59:59Z", false)] // Monday in London
    [InlineData("2026-11-23T08:00:00Z", true)]
    [InlineData("2026-11-23T19:59:59Z", true)]
    [InlineData("2026-11-23T20:00:00Z", false)]
    [InlineData("2026-11-28T12:00:00Z", false)] // Saturday
    [InlineData("2026-11-29T12:00:00Z", false)]
    public void Nobody_is_told_in_quiet_hours_or_at_weekends(string at, bool works) => Assert.Equal(works, WorkingTime.Is(At(at), Some.Person("ben", "Europe/London"), Usual));

    [Theory]
    [InlineData("America/New_York", "2026-11-23T09:00:00Z", "2026-11-23T13:00:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-27T12:00:00Z", "2026-11-29T23:00:00Z")] // Friday evening there: Monday morning
    [InlineData("Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-30T06:00:00Z")] // over the night in which an hour was left out
    [InlineData("Europe/Berlin", "2026-10-24T21:00:00Z", "2026-10-26T07:00:00Z")] // over the night in which one came twice
    public void What_comes_too_early_waits_for_the_next_working_time(string zone, string at, string next) => Assert.Equal(At(next), WorkingTime.Next(At(at), Some.Person("ben", zone), Usual));

    [Fact]
    public void Where_a_person_s_zone_is_not_known_the_reminders_zone_counts() =>
        Assert.Equal(At("2026-11-23T08:00:00Z"), WorkingTime.Next(At("2026-11-23T03:00:00Z"), Some.Person("ben", null), Usual));

    [Fact]
    public void Without_quiet_hours_and_with_weekends_every_moment_will_do()
    {
        var settings = new BotSettings { Reminding = new() { QuietHours = null, Weekends = true } };
        Assert.True(WorkingTime.Is(At("2026-11-28T03:00:00Z"), Some.Ben, settings));
    }

    [Fact]
    public void Quiet_hours_may_lie_within_a_day()
    {
        var settings = new BotSettings { Reminding = new() { QuietHours = new(new(12, 0), new(13, 0)), Weekends = true } };
        Assert.Equal(At("2026-11-23T13:00:00Z"), WorkingTime.Next(At("2026-11-23T12:10:00Z"), Some.Person("ben"), settings));
    }

    [Fact]
    public void The_next_working_time_is_the_first_and_never_in_quiet_hours() =>
        Gen.Select(Some.Of(ReminderScheduleTests.Zones), Gen.Int[0, 24 * 60 - 1], Gen.Int[0, 24 * 60 - 1], Gen.Bool, Gen.Int[0, 2 * 365 * 24 * 3600])
            .Where((_, from, to, _, _) => from != to && (to - from + 1440) % 1440 < 1300)
            .Sample((zone, from, to, weekends, seconds) =>
            {
                var settings = new BotSettings { Reminding = new() { QuietHours = new(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(to)), Weekends = weekends } };
                var person = Some.Person("ben", zone);
                var at = At("2026-01-01T00:00:00Z").AddSeconds(seconds);
                var next = WorkingTime.Next(at, person, settings);
                Assert.True(next >= at && next < at.AddDays(4));
                Assert.True(WorkingTime.Is(next, person, settings));
                if (next > at) Assert.False(WorkingTime.Is(next.AddTicks(-1), person, settings));
                Assert.Equal(next, WorkingTime.Next(next, person, settings));
            }, iter: 2000);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
