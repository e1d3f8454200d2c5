using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Budgets;

public sealed class BurnRateTests
{
    private static readonly DateTimeOffset Now = Some.Time;

    private static readonly Slo Availability = SomeSlo.Of();

    [Fact]
    public void What_was_bad_in_the_last_day_tells_how_fast_it_goes()
    {
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000, Day(before: 2, bad: 400), Day(before: 1, bad: 100)), [], Now);
        Assert.Equal(100 / 35_000.0 / 0.001, report.BurnRate!.Value, 9);
        Assert.Equal(Now.AddDays(-1), report.BurnSince);
        Assert.Equal(0.5 / report.BurnRate.Value * 28, report.ExhaustedIn!.Value.TotalDays, 6);
    }

    [Fact]
    public void While_an_incident_hits_users_it_goes_as_fast_as_that()
    {
        var charge = SomeSlo.Stated(1, 0.37, Now.AddMinutes(-29), minutes: 29);
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000, Day(before: 1, bad: 100)), [charge], Now);
        Assert.Equal(370, report.BurnRate!.Value, 9);
        Assert.Equal(Now.AddMinutes(-29), report.BurnSince);
        Assert.Equal(0.5 / 370 * 28, report.ExhaustedIn!.Value.TotalDays, 6);
    }

    [Fact]
    public void An_incident_that_began_since_the_measurement_counts_too()
    {
        var state = SomeSlo.State(Availability, Now.AddMinutes(-10), bad: 500, total: 1_000_000, Day(before: 1, bad: 100));
        var report = BudgetReport.Of(Availability, state, [SomeSlo.Stated(1, 0.5, Now.AddMinutes(-6), minutes: 6)], Now);
        Assert.Equal((500.0, Now.AddMinutes(-6)), (Math.Round(report.BurnRate!.Value, 9), report.BurnSince));
    }

    [Fact]
    public void Without_measurements_the_last_day_s_incidents_tell()
    {
        var report = BudgetReport.Of(Availability, null, [SomeSlo.Stated(1, 0.5, Now.AddHours(-3), minutes: 10)], Now);
        Assert.Equal(0.5 * 10 / (24 * 60) / 0.001, report.BurnRate!.Value, 9);
    }

    [Fact]
    public void That_nobody_stated_anything_in_the_last_day_does_not_tell_that_all_is_well()
    {
        var report = BudgetReport.Of(Availability, null, [SomeSlo.Stated(1, 0.5, Now.AddDays(-3), minutes: 10)], Now);
        Assert.Equal((null, null, null), (report.BurnRate, report.BurnSince, report.ExhaustedIn));
    }

    [Fact]
    public void A_course_that_covers_less_than_half_of_the_day_tells_nothing()
    {
        var hours = new SloStep(new(Now.AddHours(-11), Now), new(900, 1000));
        Assert.Null(BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000, hours), [], Now).BurnRate);
    }

    [Fact]
    public void Nothing_is_said_of_an_end_that_lies_beyond_the_window()
    {
        var slow = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 100, total: 1_000_000, Day(before: 1, bad: 20)), [], Now);
        Assert.True(slow.BurnRate is > 0.5 and < 0.6);
        Assert.Null(slow.ExhaustedIn);
    }

    [Fact]
    public void The_end_of_a_month_comes_before_the_end_of_its_budget()
    {
        var month = SomeSlo.Of(new(SloWindowKind.CalendarMonth));
        var late = new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);
        var day = new SloStep(new(late.AddDays(-1), late), new(10_000 - 15, 10_000)); // at 1.5, with half of it left
        Assert.Null(BudgetReport.Of(month, SomeSlo.State(month, late, bad: 140, total: 280_000, day), [], late).ExhaustedIn);
    }

    [Fact]
    public void Nothing_is_left_of_a_budget_that_is_spent() => Assert.Equal(TimeSpan.Zero, BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 1000, total: 1_000_000), [], Now).ExhaustedIn);

    [Fact]
    public void How_long_it_lasts_is_counted_from_now_though_it_was_measured_before()
    {
        var state = SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000, Day(before: 1, bad: 350));
        Assert.Equal(1.4, BudgetReport.Of(Availability, state, [], Now).ExhaustedIn!.Value.TotalDays, 6);
        Assert.Equal(0.4, BudgetReport.Of(Availability, state, [], Now.AddDays(1)).ExhaustedIn!.Value.TotalDays, 6);
        Assert.Null(BudgetReport.Of(Availability, state, [], Now.AddDays(2)).ExhaustedIn); // nobody has looked whether it is so
    }

    [Fact]
    public void What_was_measured_days_ago_does_not_tell_how_fast_it_goes()
    {
        var state = SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000, Day(before: 1, bad: 50));
        var report = BudgetReport.Of(Availability, state, [], Now.AddDays(2.5));
        Assert.Equal((0.5, null, null), (Math.Round(report.Left!.Value, 9), report.BurnRate, report.ExhaustedIn));
    }

    private static SloStep Day(int before, double bad) => new(new(Now.AddDays(-before), Now.AddDays(1 - before)), new(35_000 - bad, 35_000));
}
