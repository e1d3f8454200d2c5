using System.Globalization;
using IncidentBot.Core.Times;
using Xunit;

namespace IncidentBot.Core.Tests.Times;

public sealed class DateTextTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("today", "2026-11-23")]
    [InlineData("Tomorrow.", "2026-11-24")]
    [InlineData("friday", "2026-11-27")]
    [InlineData("fri", "2026-11-27")]
    [InlineData("monday", "2026-11-30")]
    [InlineData("next friday", "2026-12-04")]
    [InlineData("next monday", "2026-11-30")]
    [InlineData("next Sunday", "2026-12-06")]
    [InlineData("in 3 days", "2026-11-26")]
    [InlineData("in 2 weeks", "2026-12-07")]
    [InlineData("in 2w", "2026-12-07")]
    [InlineData("in a week", "2026-11-30")]
    [InlineData("in 1 month", "2026-12-23")]
    public void Every_form_of_a_date_is_read(string text, string expected) => Assert.Equal(new DateReading.On(Date(expected)), DateText.Read(text, Monday));

    [Fact]
    public void Next_friday_on_a_weekend_is_the_friday_of_the_week_that_begins() => Assert.Equal(new DateReading.On(new(2026, 12, 4)), DateText.Read("next friday", new(2026, 11, 29)));

    [Theory]
    [InlineData("")]
    [InlineData("2026-13-01")]
    [InlineData("1.12.2026")]
    [InlineData("someday")]
    [InlineData("fr")]
    [InlineData("in weeks")]
    [InlineData("next")]
    public void What_is_no_date_is_answered_with_the_forms_that_work(string text) =>
        Assert.Contains("Write 2026-12-01, friday, next friday, tomorrow, in 3 days or in 2 weeks.", Assert.IsType<DateReading.Refused>(DateText.Read(text, Monday)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-22", "in the past")]
    [InlineData("0001-01-01", "in the past")]
    [InlineData("9999-12-31", "too far away")]
    [InlineData("in 999999999 weeks", "too far away")]
    public void A_date_that_has_passed_or_is_decades_away_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.IsType<DateReading.Refused>(DateText.Read(text, Monday)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("Add an alert due friday", "Add an alert", "2026-11-27")]
    [InlineData("Add an alert due friday @ana p1", "Add an alert @ana p1", "2026-11-27")]
    [InlineData("Add an alert DUE: next friday p1", "Add an alert p1", "2026-12-04")]
    [InlineData("Add an alert due in 2 weeks https://bugs/1", "Add an alert https://bugs/1", "2026-12-07")]
    [InlineData("Add an alert due on 2026-12-01, please", "Add an alert please", "2026-12-01")]
    [InlineData("due tomorrow Add an alert", "Add an alert", "2026-11-24")]
    [InlineData("Stop pages due to load due friday", "Stop pages due to load", "2026-11-27")]
    [InlineData("Say what is due today due friday", "Say what is due today", "2026-11-27")]
    public void A_due_date_is_taken_out_of_a_text(string text, string rest, string due) => Assert.Equal(new DueText(Date(due), rest, null), DateText.TakeDue(text, Monday));

    [Theory]
    [InlineData("")]
    [InlineData("due")]
    [InlineData("Stop pages due to load")]
    [InlineData("Errors due in part to DNS")]
    [InlineData("Give what is due")]
    [InlineData("Residue friday")]
    public void Text_without_a_due_date_stays_as_it_is(string text) => Assert.Equal(new DueText(null, text, null), DateText.TakeDue(text, Monday));

    [Theory]
    [InlineData("Add an alert due 2026-13-45", "“2026-13-45” is not a date")]
    [InlineData("Add an alert due in 2 weks", "“in 2 weks” is not a date")]
    [InlineData("Add an alert due 2026-11-01 p1", "2026-11-01 is in the past")]
    public void A_due_date_that_is_none_is_refused(string text, string why)
    {
        var (due, _, refusal) = DateText.TakeDue(text, Monday);
        Assert.Null(due);
        Assert.StartsWith(why, refusal, StringComparison.Ordinal);
    }
}
