using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Budgets;

public sealed class BudgetReportTests
{
    private static readonly DateTimeOffset Now = Some.Time;

    /// <summary>99.9 % over 28 days: 40 minutes and 19.2 seconds of everything being bad.</summary>
    private static readonly Slo Availability = SomeSlo.Of();

    [Fact]
    public void A_part_of_requests_for_a_part_of_an_hour_takes_that_share()
    {
        var report = BudgetReport.Of(Availability, null, [SomeSlo.Stated(1, 0.37, Now.AddMinutes(-60), minutes: 29)], Now);
        Assert.Equal(0.37 * 29 / (28 * 24 * 60 * 0.001), report.Spent!.Value, 9);
        Assert.Equal(1 - report.Spent, report.Left);
        Assert.Equal(BudgetMethod.Estimated, report.Method);
        Assert.Null(report.MeasuredAt);
    }

    [Fact]
    public void What_was_measured_is_bad_divided_by_what_may_be()
    {
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 500, total: 1_000_000), [], Now);
        Assert.Equal(0.5, report.Spent!.Value, 9);
        Assert.Equal((BudgetMethod.Measured, Now), (report.Method, report.MeasuredAt));
    }

    [Fact]
    public void The_rest_of_a_month_is_taken_to_be_as_busy_as_it_was_so_far()
    {
        var month = SomeSlo.Of(new(SloWindowKind.CalendarMonth));
        var middle = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);
        var report = BudgetReport.Of(month, SomeSlo.State(month, middle, bad: 500, total: 500_000), [], middle);
        Assert.Equal(0.5, report.Spent!.Value, 9);
    }

    [Fact]
    public void Where_nobody_measures_and_nothing_was_charged_it_is_unknown()
    {
        var report = BudgetReport.Of(Availability, null, [], Now);
        Assert.Equal((null, null, null), (report.Spent, report.Left, report.Method));
        Assert.Equal("Nobody has measured it, and no incident of this window was charged.", report.Unknown);
    }

    [Fact]
    public void No_traffic_is_unknown_and_says_so()
    {
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 0, total: 0), [], Now);
        Assert.Null(report.Spent);
        Assert.StartsWith("Nothing was counted in this window", report.Unknown);
    }

    [Fact]
    public void Two_incidents_at_once_are_charged_once()
    {
        BudgetCharge[] charges = [SomeSlo.Stated(1, 0.5, Now.AddMinutes(-60), minutes: 30), SomeSlo.Stated(2, 0.8, Now.AddMinutes(-50), minutes: 30)];
        var report = BudgetReport.Of(Availability, null, charges, Now);
        var budget = 28 * 24 * 60 * 0.001;
        Assert.Equal([(1, 0.5 * 30 / budget), (2, (0.3 * 20 + 0.8 * 10) / budget)], report.Incidents.Select(share => (share.Incident.Number, share.Counts)), Near);
        Assert.Equal(0.8 * 30 / budget, report.Incidents[1].Estimated!.Value, 9);
    }

    [Fact]
    public void A_measured_figure_counts_and_the_stated_one_stands_beside_it()
    {
        var both = SomeSlo.Stated(1, 0.5, Now.AddHours(-2), minutes: 60) with { Measured = new(new(Now.AddHours(-2), Now.AddHours(-1)), new(900, 1000), Now) };
        var share = Assert.Single(BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 400, total: 672_000), [both], Now).Incidents);
        Assert.Equal((BudgetMethod.Measured, 100 / 672.0, 100 / 672.0, 500 / 672.0), (share.Method, share.Counts, share.Measured, share.Estimated));
    }

    [Fact]
    public void More_than_was_measured_in_all_cannot_have_been_incidents()
    {
        BudgetCharge[] charges =
        [
            SomeSlo.Stated(1, 1, Now.AddHours(-9), minutes: 60),
            SomeSlo.Stated(2, 0, Now.AddHours(-5), minutes: 60) with { Measured = new(new(Now.AddHours(-5), Now.AddHours(-4)), new(900, 1000), Now) },
        ];
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now, bad: 150, total: 672_000), charges, Now);
        Assert.True(report.Reduced);
        Assert.Equal([50 / 672.0, 100 / 672.0], report.Incidents.Select(share => share.Counts), (one, other) => Math.Abs(one - other) < 1e-9);
    }

    [Fact]
    public void What_happened_after_the_measurement_is_not_in_it_yet()
    {
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now.AddHours(-1), bad: 0, total: 672_000), [SomeSlo.Stated(1, 0.1, Now.AddMinutes(-30), minutes: 30)], Now);
        var share = Assert.Single(report.Incidents);
        Assert.Equal((0.0, 0.0, 50 / 672.0), (report.Spent, share.Counts, share.Took));
    }

    [Fact]
    public void Where_the_monitoring_has_only_half_of_the_window_the_other_half_is_taken_to_be_as_busy_and_its_incidents_stand_apart()
    {
        var state = SomeSlo.State(Availability, Now, bad: 300, total: 500_000);
        state = state with { Reading = state.Reading! with { Covered = new(Now.AddDays(-14), Now) } };
        var report = BudgetReport.Of(Availability, state, [SomeSlo.Stated(1, 1, Now.AddDays(-20), minutes: 4.032)], Now);
        Assert.Equal(0.3, report.Spent!.Value, 9);
        Assert.Equal(0.1, report.Unseen, 9);
        Assert.Equal(0, Assert.Single(report.Incidents).Counts);
        Assert.Equal(new Period(Now.AddDays(-14), Now), report.Seen);
    }

    [Fact]
    public void A_measurement_is_old_after_three_that_should_have_followed_and_an_hour()
    {
        var report = BudgetReport.Of(Availability, SomeSlo.State(Availability, Now.AddHours(-2), bad: 0, total: 1000), [], Now);
        Assert.True(report.IsOld(TimeSpan.FromMinutes(15)));
        Assert.False(report.IsOld(TimeSpan.FromMinutes(45)));
    }

    [Fact]
    public void Only_what_lies_in_the_window_is_charged()
    {
        BudgetCharge[] charges = [SomeSlo.Stated(1, 1, Now.AddDays(-28).AddMinutes(-30), minutes: 60), SomeSlo.Stated(2, 1, Now.AddMinutes(-10), minutes: 60), SomeSlo.Stated(3, 1, Now.AddMinutes(10), minutes: 60), SomeSlo.Stated(4, 1, Now, minutes: -60)];
        var report = BudgetReport.Of(Availability, null, charges, Now);
        Assert.Equal([(1, 30 / 40.32), (2, 10 / 40.32)], report.Incidents.Select(share => (share.Incident.Number, share.Counts)), Near);
    }

    [Fact]
    public void A_measurement_of_last_month_tells_nothing_of_this_one()
    {
        var month = SomeSlo.Of(new(SloWindowKind.CalendarMonth)) with { Sli = SomeSlo.Counted };
        var report = BudgetReport.Of(month, SomeSlo.State(month, new(2026, 10, 31, 23, 0, 0, TimeSpan.Zero), bad: 500, total: 500_000), [], Now);
        Assert.Equal("It was not measured in this window yet. No incident of this window was charged.", report.Unknown);
    }

    [Fact]
    public void The_reason_why_it_could_not_be_measured_is_told()
    {
        var slo = SomeSlo.Of() with { Sli = SomeSlo.Counted };
        var report = BudgetReport.Of(slo, new() { Slo = slo.Name, Unread = "Prometheus did not answer." }, [], Now);
        Assert.Equal("Prometheus did not answer. No incident of this window was charged.", report.Unknown);
    }

    private static bool Near((int, double) one, (int, double) other) => one.Item1 == other.Item1 && Math.Abs(one.Item2 - other.Item2) < 1e-9;
}
