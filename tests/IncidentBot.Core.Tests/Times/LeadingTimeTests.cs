using IncidentBot.Core.Times;
using Xunit;

namespace IncidentBot.Core.Tests.Times;

public sealed class LeadingTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 30, 20, TimeSpan.Zero);

    private static LeadingTime Take(string words) => TimeText.TakeLeading(words, Now, "Europe/Lisbon");

    private static readonly DateTimeOffset FivePastTwo = new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("at 14:05 the pager rang")]
    [InlineData("At 14:05: the pager rang")]
    [InlineData("at 14:05, the pager rang")]
    [InlineData("at 14:05 – the pager rang")]
    [InlineData("at   2:05 pm   the pager rang")]
    [InlineData("at\n14:05\nthe pager rang")]
    [InlineData("at 2026-11-23 14:05 the pager rang")]
    [InlineData("at 2026-11-23 2:05 pm utc the pager rang")]
    [InlineData("at today 14:05 the pager rang")]
    [InlineData("at 1 hour and 25 minutes ago the pager rang")]
    [InlineData("at 1h 25m ago the pager rang")]
    public void The_longest_time_is_taken_and_the_rest_is_the_text(string words)
    {
        var (at, rest, refusal) = Take(words);
        Assert.InRange(at!.Value, FivePastTwo, FivePastTwo.AddSeconds(20));
        Assert.Equal(("the pager rang", null), (rest, refusal));
    }

    [Fact]
    public void The_line_breaks_of_the_text_stay() => Assert.Equal("one\ntwo", Take("at 14:05 one\ntwo").Rest);

    [Fact]
    public void A_time_alone_leaves_no_text() => Assert.Equal(new LeadingTime(FivePastTwo, "", null), Take("at 14:05"));

    [Theory]
    [InlineData("")]
    [InlineData("at")]
    [InlineData("14:05 the pager rang")]
    [InlineData("at checkout the queue filled")]
    [InlineData("at some point the pager rang")]
    [InlineData("attempted at 14:05")]
    public void Words_that_do_not_begin_with_at_and_a_time_are_text(string words) => Assert.Equal(new LeadingTime(null, words, null), Take(words));

    [Theory]
    [InlineData("at 25:00 the pager rang", "25:00")]
    [InlineData("at 14:05-14:31 the pager rang", "14:05-14:31")]
    [InlineData("at 2026-11-22 the pager rang", "2026-11-22")]
    [InlineData("at yesterday the pager rang", "yesterday")]
    [InlineData("at tomorrow 10:00 the pager rings", "tomorrow")]
    public void What_begins_like_a_time_but_is_none_is_refused(string words, string named)
    {
        var (at, _, refusal) = Take(words);
        Assert.Null(at);
        Assert.StartsWith($"“{named}” is not a time I can read.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_lies_ahead_is_refused()
    {
        var (at, _, refusal) = Take("at 2026-11-24 10:00 the pager rang");
        Assert.Equal((null, "2026-11-24 10:00 is in the future. Write a time that has passed, such as 10m ago."), (at, refusal));
    }

    [Fact]
    public void The_remark_on_a_time_that_came_twice_is_kept() => Assert.Contains("came twice", Take("at 2026-10-25 01:30 x").Remark, StringComparison.Ordinal);
}
