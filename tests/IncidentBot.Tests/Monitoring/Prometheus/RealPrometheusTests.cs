using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>What is measured in a real Prometheus agrees with counters that are known, within 1 %.</summary>
public sealed class RealPrometheusTests(KnownHistory history) : IClassFixture<KnownHistory>
{
    private static readonly DateTimeOffset Now = KnownHistory.Now;

    [Theory]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(7)]
    [InlineData(1)]
    public async Task A_window_with_an_outage_and_restarts_is_counted(int days)
    {
        using var monitoring = await history.OfAsync(KnownHistory.Shop);
        var window = new Period(Now.AddDays(-days), Now);
        var measured = await monitoring.MeasuresAsync(window);
        Agree(KnownHistory.Shop.Served(window), measured.Reading!.Counted);
        Assert.Equal((null, null), (measured.Reading.Covered, measured.Unread));
    }

    [Fact]
    public async Task Each_step_of_the_course_is_counted_and_together_they_are_the_whole()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Shop);
        var reading = (await monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(168, reading.Course.Count);
        Assert.All(reading.Course, step => Agree(KnownHistory.Shop.Served(step.When), step.Counted));
        Agree(reading.Counted, new(reading.Course.Sum(step => step.Counted.Good), reading.Course.Sum(step => step.Counted.Total)));
    }

    [Fact]
    public async Task The_outage_is_counted_as_what_it_cost()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Shop);
        var impact = (await monitoring.MeasuresAsync(impact: KnownHistory.Shop.Outage)).Impact!;
        Agree(KnownHistory.Shop.Served(KnownHistory.Shop.Outage), impact.Counted);
        Assert.InRange(impact.Counted.Bad / impact.Counted.Total, 0.366, 0.374);
        Assert.Null(impact.Covered);
    }

    [Fact]
    public async Task A_month_so_far_is_counted_with_what_is_left_after_whole_steps()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Shop);
        var month = new Period(new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(1)), Now); // as in Berlin
        var reading = (await monitoring.MeasuresAsync(month)).Reading!;
        Agree(KnownHistory.Shop.Served(month), reading.Counted);
        Agree(KnownHistory.Shop.Served(month), new(reading.Course.Sum(step => step.Counted.Good), reading.Course.Sum(step => step.Counted.Total)));
        Assert.Equal((month.From, month.To), (reading.Course[0].When.From, reading.Course[^1].When.To));
    }

    [Fact]
    public async Task Where_Prometheus_is_younger_than_the_window_the_part_that_it_saw_is_told()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Young);
        var reading = (await monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(new Period(Now.AddDays(-9), Now), reading.Covered);
        Agree(KnownHistory.Young.Served(reading.Window), reading.Counted);
        Assert.Equal(54, reading.Course.Count);
    }

    [Fact]
    public async Task What_was_served_while_nobody_looked_is_counted_and_has_no_steps()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Holed);
        var reading = (await monitoring.MeasuresAsync()).Reading!;
        Agree(KnownHistory.Holed.Served(reading.Window), reading.Counted);
        Assert.Equal(162, reading.Course.Count);
        Assert.DoesNotContain(reading.Course, step => step.When.And(KnownHistory.Holed.Hole).Length > TimeSpan.Zero);
        Assert.All(reading.Course, step => Agree(KnownHistory.Holed.Served(step.When), step.Counted));
    }

    [Fact]
    public async Task What_is_no_longer_collected_is_told_with_its_end()
    {
        using var monitoring = await history.OfAsync(KnownHistory.Gone);
        var day = new Period(Now.AddDays(-1), Now);
        Assert.Equal(new Period(Now.AddDays(-1), Now.AddHours(-3)), (await monitoring.MeasuresAsync(day)).Reading!.Covered);
        Assert.Contains("found no samples", (await monitoring.MeasuresAsync(new(Now.AddHours(-1), Now))).Unread, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("increase(shop_total[$window])", "gave 2 series. Wrap it in sum(...)")]
    [InlineData("sum(increase(shop_total[$window])", "parse error: unclosed left parenthesis")]
    [InlineData("sum(increase(nothing_total[$window]))", "found no samples")]
    [InlineData("sum(increase(shop_total[$window])) / 0", "gave an infinite number")]
    [InlineData("vector(0) / 0 * sum(increase(shop_total[$window]))", "gave NaN")]
    [InlineData("-sum(increase(shop_total[$window]))", "gave a negative number")]
    [InlineData("shop_total[$window]", "gave a range of samples")]
    [InlineData("\"$window\"", "gave text")]
    public async Task A_query_that_counts_nothing_is_told_with_the_reason(string good, string words)
    {
        using var monitoring = await history.OfAsync(good, KnownHistory.Shop.Total);
        var measured = await monitoring.MeasuresAsync();
        Assert.Null(measured.Reading);
        Assert.Contains(words, measured.Unread, StringComparison.Ordinal);
        Assert.Null(monitoring.Fault);
    }

    [Fact]
    public async Task Time_can_be_counted_in_place_of_requests()
    {
        const string Up = "count_over_time((sum(rate(shop_total{code!~\"5..\"}[5m])) / sum(rate(shop_total[5m])) > 0.95)[$window:1m])";
        using var monitoring = await history.OfAsync(Up, "count_over_time(sum(rate(shop_total[5m]))[$window:1m])");
        var measured = await monitoring.MeasuresAsync(new(Now.AddDays(-1), Now));
        Assert.Null(measured.Unread);
        Assert.InRange(measured.Reading!.Counted.Total, 1439, 1441);
        Assert.InRange(measured.Reading.Counted.Bad, 29, 34); // 29 minutes, and as long as the 5 minutes of the rate hold some of them
    }

    private static void Agree(Counted known, Counted measured)
    {
        Assert.Equal(known.Total, measured.Total, known.Total * 0.01);
        Assert.Equal(known.Bad, measured.Bad, known.Bad * 0.01);
    }
}
