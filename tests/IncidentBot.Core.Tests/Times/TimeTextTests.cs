using System.Globalization;
using IncidentBot.Core.Times;
using Xunit;

namespace IncidentBot.Core.Tests.Times;

public sealed class TimeTextTests
{
    private static readonly DateTimeOffset Now = At("2026-11-23 15:30:20Z");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeReading Read(string text, string? zone = null, DateTimeOffset? now = null) => TimeText.Read(text, now ?? Now, zone);

    private static string Refusal(string text, string? zone = null, DateTimeOffset? now = null) => Assert.IsType<TimeReading.Refused>(Read(text, zone, now)).Sentence;

    private static TimeReading.At Time(string text, string? zone = null, DateTimeOffset? now = null) => Assert.IsType<TimeReading.At>(Read(text, zone, now));

    [Theory]
    [InlineData("14:05", "2026-11-23 14:05Z")]
    [InlineData("14.05", "2026-11-23 14:05Z")]
    [InlineData("2.05pm", "2026-11-23 14:05Z")]
    [InlineData("2:05pm", "2026-11-23 14:05Z")]
    [InlineData("2:05 PM", "2026-11-23 14:05Z")]
    [InlineData("2:05 p.m.", "2026-11-23 14:05Z")]
    [InlineData("2pm", "2026-11-23 14:00Z")]
    [InlineData("12am", "2026-11-23 00:00Z")]
    [InlineData("12:30pm", "2026-11-23 12:30Z")]
    [InlineData("9:07", "2026-11-23 09:07Z")]
    [InlineData("14:05:33", "2026-11-23 14:05:33Z")]
    [InlineData("14:05,", "2026-11-23 14:05Z")]
    [InlineData(" 14:05: ", "2026-11-23 14:05Z")]
    [InlineData("16:05 +02:00", "2026-11-23 14:05Z")]
    [InlineData("14:05 utc", "2026-11-23 14:05Z")]
    [InlineData("14:05Z", "2026-11-23 14:05Z")]
    [InlineData("2026-11-22 14:05", "2026-11-22 14:05Z")]
    [InlineData("2026-11-22, 2:05pm", "2026-11-22 14:05Z")]
    [InlineData("2026-11-22T14:05Z", "2026-11-22 14:05Z")]
    [InlineData("2026-11-22t14:05:59.123z", "2026-11-22 14:05:59Z")]
    [InlineData("2026-11-22T14:05+01:00", "2026-11-22 13:05Z")]
    [InlineData("2026-11-22T14:05-0330", "2026-11-22 17:35Z")]
    [InlineData("10m ago", "2026-11-23 15:20:20Z")]
    [InlineData("10 minutes ago", "2026-11-23 15:20:20Z")]
    [InlineData("2h ago", "2026-11-23 13:30:20Z")]
    [InlineData("1h 20m ago", "2026-11-23 14:10:20Z")]
    [InlineData("1h20m ago", "2026-11-23 14:10:20Z")]
    [InlineData("1 hour and 20 min ago", "2026-11-23 14:10:20Z")]
    [InlineData("an hour ago", "2026-11-23 14:30:20Z")]
    [InlineData("2 days ago", "2026-11-21 15:30:20Z")]
    [InlineData("yesterday 23:50", "2026-11-22 23:50Z")]
    [InlineData("Yesterday at 23:50", "2026-11-22 23:50Z")]
    [InlineData("today 09:00", "2026-11-23 09:00Z")]
    [InlineData("now", "2026-11-23 15:30:20Z")]
    public void Every_form_of_a_time_is_read(string text, string expected) => Assert.Equal(At(expected), Time(text).Time);

    [Theory]
    [InlineData("Europe/Lisbon", "2026-11-23T14:05:00+00:00")]
    [InlineData("Europe/Berlin", "2026-11-23T14:05:00+01:00")]
    [InlineData("America/New_York", "2026-11-22T14:05:00-05:00")]
    [InlineData("Asia/Kolkata", "2026-11-23T14:05:00+05:30")]
    [InlineData("Pacific/Kiritimati", "2026-11-23T14:05:00+14:00")]
    [InlineData("Mars/Olympus", "2026-11-23T14:05:00+00:00")]
    [InlineData(null, "2026-11-23T14:05:00+00:00")]
    public void A_clock_time_is_meant_in_the_speakers_zone_and_the_most_recent_past_one(string? zone, string expected) =>
        Assert.Equal(expected, Time("14:05", zone).Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Fact]
    public void A_clock_time_later_than_now_means_yesterday() => Assert.Equal(At("2026-11-22 23:50Z"), Time("23:50").Time);

    [Fact]
    public void Just_after_midnight_a_late_clock_time_means_yesterday() => Assert.Equal(At("2026-11-22 23:59Z"), Time("23:59", now: At("2026-11-23 00:01Z")).Time);

    [Fact]
    public void The_current_minute_of_a_clock_that_is_ahead_becomes_now() => Assert.Equal(Now, Time("15:31").Time);

    [Theory]
    [InlineData("2026-11-23 15:32")]
    [InlineData("2026-11-24 00:00")]
    [InlineData("2027-01-01 10:00")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("today 16:00")]
    [InlineData("2026-11-23T15:40Z")]
    public void A_time_that_lies_ahead_is_refused(string text) => Assert.Contains("is in the future", Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("14")]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("14:5")]
    [InlineData("4.15")]
    [InlineData("0:30pm")]
    [InlineData("13pm")]
    [InlineData("2026-02-30 10:00")]
    [InlineData("2026-11-22")]
    [InlineData("tomorrow 10:00")]
    [InlineData("10m")]
    [InlineData("ago")]
    [InlineData("-10m ago")]
    [InlineData("14:05 +15:00")]
    [InlineData("14:05 +01:90")]
    [InlineData("١٤:٠٥")]
    [InlineData("14:05-14:31")]
    public void What_is_no_time_is_answered_with_the_forms_that_work(string text)
    {
        var sentence = Refusal(text);
        Assert.Contains("not a time I can read", sentence, StringComparison.Ordinal);
        Assert.Contains("14:05, 2:05pm, 2026-11-22 14:05, 2026-11-22T14:05Z, 10m ago or yesterday 23:50", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_that_is_nearly_a_time_is_refused_at_once() => Assert.Contains("not a time", Refusal(string.Concat(Enumerable.Repeat("1m  ", 2_500))), StringComparison.Ordinal);

    [Fact]
    public void A_refusal_repeats_only_the_head_of_a_long_text() => Assert.InRange(Refusal(new('x', 10_000)).Length, 1, 250);

    [Theory]
    [InlineData("0001-01-01 00:00")]
    [InlineData("1999-12-31 10:00")]
    [InlineData("999999999w ago")]
    [InlineData("999999999w 999999999w 999999999w ago")]
    [InlineData("30000 days ago")]
    public void A_time_before_this_century_is_refused(string text) => Assert.Contains("too long ago", Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void A_time_that_the_clocks_jumped_over_is_refused_with_its_neighbours() => Assert.Equal(
        "02:30 did not happen on 2026-03-29 in Europe/Berlin: the clocks jumped from 02:00 to 03:00. Write 01:59 or 03:00, or another time.",
        Refusal("2026-03-29 02:30", "Europe/Berlin"));

    [Fact]
    public void A_bare_clock_time_inside_todays_jump_is_refused_once_it_has_happened() =>
        Assert.Contains("did not happen on 2026-03-29", Refusal("2:30", "Europe/Berlin", At("2026-03-29 10:00Z")), StringComparison.Ordinal);

    [Fact]
    public void A_bare_clock_time_inside_a_jump_to_come_means_yesterday() => Assert.Equal(At("2026-03-28 01:30Z"), Time("2:30", "Europe/Berlin", At("2026-03-29 00:10Z")).Time);

    [Fact]
    public void A_jump_over_midnight_names_both_days() => Assert.Equal(
        "23:30 did not happen on 2026-03-28 in America/Nuuk: the clocks jumped from 23:00 to 2026-03-29 00:00. Write 22:59 or 2026-03-29 00:00, or another time.",
        Refusal("2026-03-28 23:30", "America/Nuuk"));

    [Fact]
    public void Of_a_time_that_came_twice_the_later_one_is_taken_and_said()
    {
        var time = Time("2026-10-25 01:30", "Europe/Lisbon");
        Assert.Equal(At("2026-10-25 01:30Z"), time.Time);
        Assert.Equal("01:30 came twice on 2026-10-25 in Europe/Lisbon; the later one (UTC+00:00) was taken. For the earlier one write 2026-10-25T01:30+01:00.", time.Remark);
    }

    [Fact]
    public void Of_a_time_that_comes_twice_one_that_is_still_to_come_does_not_count()
    {
        var time = Time("01:30", "Europe/Lisbon", At("2026-10-25 00:40Z"));
        Assert.Equal((At("2026-10-25 00:30Z"), null), (time.Time, time.Remark));
    }

    [Fact]
    public void A_time_that_came_once_has_no_remark() => Assert.Null(Time("14:05", "Europe/Lisbon").Remark);
}
