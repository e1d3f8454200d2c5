using IncidentBot.Core.Times;
using Xunit;

namespace IncidentBot.Core.Tests.Times;

public sealed class WordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("00:00:00", "0 seconds")]
    [InlineData("00:00:40", "40 seconds")]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("00:29:00", "29 minutes")]
    [InlineData("00:29:59", "30 minutes")]
    [InlineData("01:05:00", "1 hour, 5 minutes")]
    [InlineData("02:00:00", "2 hours")]
    [InlineData("3.04:05:06", "3 days, 4 hours")]
    [InlineData("40.00:00:00", "40 days")]
    public void A_duration_has_two_units_at_most(string length, string words) => Assert.Equal(words, Words.Duration(TimeSpan.Parse(length, Words.Culture)));

    [Theory]
    [InlineData(0, "new today")]
    [InlineData(1, "1 day old")]
    [InlineData(2, "2 days old")]
    [InlineData(7, "1 week old")]
    [InlineData(23, "3 weeks old")]
    [InlineData(70, "2 months old")]
    [InlineData(400, "1 year old")]
    public void An_age_has_one_unit(int days, string words) => Assert.Equal(words, Words.Age(TimeSpan.FromDays(days)));

    [Theory]
    [InlineData(-16, "16 days overdue")]
    [InlineData(-1, "1 day overdue")]
    [InlineData(0, "due today")]
    [InlineData(1, "due tomorrow")]
    [InlineData(5, "due in 5 days")]
    public void A_due_date_is_told_from_today(int days, string words) => Assert.Equal(words, Words.Due(Today.AddDays(days), Today));

    [Theory]
    [InlineData("Europe/Lisbon", "2026-11-22 14:05 (Europe/Lisbon)")]
    [InlineData("Asia/Tokyo", "2026-11-22 23:05 (Asia/Tokyo)")]
    [InlineData(null, "2026-11-22 14:05 (UTC)")]
    [InlineData("Mars/Olympus", "2026-11-22 14:05 (UTC)")]
    public void A_moment_names_its_zone(string? zone, string words) => Assert.Equal(words, Words.Moment(new(2026, 11, 22, 14, 5, 0, TimeSpan.Zero), zone));

    [Fact]
    public void A_moment_whose_clock_time_came_twice_names_its_offset()
    {
        var first = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal("2026-10-25 01:30 (Europe/Lisbon, UTC+01:00)", Words.Moment(first, "Europe/Lisbon"));
        Assert.Equal("2026-10-25 01:30 (Europe/Lisbon, UTC+00:00)", Words.Moment(first.AddHours(1), "Europe/Lisbon"));
    }
}
