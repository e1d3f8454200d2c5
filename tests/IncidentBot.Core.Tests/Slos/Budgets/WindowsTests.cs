using System.Globalization;
using CsCheck;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Budgets;

public sealed class WindowsTests
{
    /// <summary>With clock changes in the night, at midnight (Beirut, Havana, Asunción), of half an hour (Lord Howe), by which a day was left out (Apia), and none.</summary>
    private static readonly string[] Zones = ["Etc/UTC", "Europe/Lisbon", "America/New_York", "Asia/Beirut", "America/Havana", "America/Asuncion", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca"];

    [Theory]
    [InlineData("Etc/UTC", "2026-11-22T14:00:00Z", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")]
    [InlineData("Etc/UTC", "2028-02-29T23:59:59Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")] // a leap year
    [InlineData("Etc/UTC", "2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")] // its first moment belongs to it
    [InlineData("Europe/Lisbon", "2026-10-15T00:00:00Z", "2026-09-30T23:00:00Z", "2026-11-01T00:00:00Z")] // 31 days and an hour
    [InlineData("Europe/Lisbon", "2026-03-31T23:30:00Z", "2026-03-31T23:00:00Z", "2026-04-30T23:00:00Z")] // April has begun there
    [InlineData("America/New_York", "2026-11-01T03:59:59Z", "2026-10-01T04:00:00Z", "2026-11-01T04:00:00Z")]
    [InlineData("America/Havana", "2026-11-01T04:30:00Z", "2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z")] // its first hour comes twice
    [InlineData("Pacific/Apia", "2011-12-15T10:00:00Z", "2011-12-01T10:00:00Z", "2011-12-31T10:00:00Z")] // the 30th was left out
    public void A_month_reaches_from_midnight_to_midnight(string zone, string at, string from, string to) =>
        Assert.Equal(new(At(from), At(to)), new SloWindow(SloWindowKind.CalendarMonth, TimeZone: zone).At(At(at)));

    [Theory]
    [InlineData("2026-11-22T14:00:00Z", "2026-09-30T23:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-03-31T23:00:00Z")]
    public void A_quarter_is_three_months(string at, string from, string to) => Assert.Equal(new(At(from), At(to)), new SloWindow(SloWindowKind.CalendarQuarter, TimeZone: "Europe/Lisbon").At(At(at)));

    [Fact]
    public void A_rolling_day_has_24_hours_whatever_the_clocks_do()
    {
        var window = SloWindow.Rolling(28).At(At("2026-11-01T12:00:00Z"));
        Assert.Equal((TimeSpan.FromHours(28 * 24), At("2026-11-01T12:00:00Z")), (window.Length, window.To));
    }

    [Fact]
    public void What_can_be_measured_ends_now() => Assert.Equal(new(At("2026-11-01T00:00:00Z"), Some.Time), new SloWindow(SloWindowKind.CalendarMonth).SoFar(Some.Time));

    [Fact]
    public void Windows_of_the_calendar_follow_each_other_without_a_gap_in_every_zone() =>
        Gen.Select(Some.Of(Zones), Gen.Bool, Gen.Long[At("2005-01-01T00:00:00Z").UtcTicks, At("2035-01-01T00:00:00Z").UtcTicks]).Sample((zone, quarter, ticks) =>
        {
            var kind = new SloWindow(quarter ? SloWindowKind.CalendarQuarter : SloWindowKind.CalendarMonth, TimeZone: zone);
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            var window = kind.At(at);
            Assert.True(window.From <= at && at < window.To, $"{at:O} is not in {window}");
            Assert.Equal(window, kind.At(window.From));
            Assert.Equal(window, kind.At(window.To.AddTicks(-1)));
            Assert.Equal(window.To, kind.At(window.To).From);
            Assert.InRange(window.Length.TotalDays, quarter ? 89.9 : 27.9, quarter ? 92.1 : 31.1);
        });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
