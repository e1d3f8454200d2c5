using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charts;

public sealed class BudgetChartTests
{
    [Fact]
    public void A_measured_course_falls_step_by_step_to_what_is_left()
    {
        var chart = Measured(0.4, 60, 10, 0, 0, 0, 0, 50, 0, 0, 0, 0);
        Assert.Equal([(0, 1), (1, 0.9), (5, 0.9), (6, 0.4), (10, 0.4)], Days(Assert.Single(chart.Runs)));
    }

    [Fact]
    public void A_time_that_could_not_be_read_is_a_gap()
    {
        var chart = Measured(0.4, 60, 10, 0, null, null, 0, 20, 0, 0, 0, 0);
        Assert.Equal([(0, 1), (1, 0.9), (2, 0.9)], Days(chart.Runs[0]));
        Assert.Equal([(4, 0.6), (5, 0.6), (6, 0.4), (10, 0.4)], Days(chart.Runs[1]));
        Assert.Contains("No data for 2 days of it.", chart.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_lost_in_several_gaps_is_shared_by_their_length()
    {
        var chart = Measured(0.4, 60, null, 0, 0, null, null, 0, 0, 0, 0, 0);
        Assert.Equal(3, chart.Runs.Count);
        Assert.Equal((1, 0.8), Days(chart.Runs[1])[0]);
        Assert.Equal((5, 0.4), Days(chart.Runs[2])[0]);
    }

    [Fact]
    public void Steps_that_come_to_more_than_the_whole_are_scaled_to_it() =>
        Assert.Equal([(0, 1), (1, 0.5), (10, 0.5)], Days(Assert.Single(Measured(0.5, 50, 55, 0, 0, 0, 0, 0, 0, 0, 0, 0).Runs)));

    [Fact]
    public void A_reading_without_a_course_shows_its_two_ends()
    {
        var chart = Measured(0.4, 60);
        Assert.Equal([[(0, 1)], [(10, 0.4)]], chart.Runs.Select(Days));
    }

    [Fact]
    public void Nothing_spent_is_a_level_line() => Assert.Equal([(0, 1), (10, 1)], Days(Assert.Single(Measured(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).Runs)));

    [Fact]
    public void More_than_the_budget_goes_below_zero()
    {
        var chart = Measured(-0.5, 150, 0, 0, 150, 0, 0, 0, 0, 0, 0, 0);
        Assert.Equal(-0.5, chart.Runs[0][^1].Left, 6);
        Assert.Equal("nothing left (50 % over)", chart.Figure);
    }

    [Fact]
    public void What_people_stated_is_a_step_for_each_incident()
    {
        var chart = SomeChart.Stated(SomeChart.Share(1, 8, 0.2), SomeChart.Share(2, 2, 0.3));
        Assert.Equal([(0, 1), (2, 1), (2.08, 0.8), (8, 0.8), (8.08, 0.5), (10, 0.5)], Days(Assert.Single(chart.Runs)));
        Assert.Contains("stated by people", chart.About, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_there_is_no_chart() => Assert.Null(BudgetChart.Of(new(SomeChart.Slo, Some.Time, SomeChart.Window) { Unknown = "Nobody has looked." }, null, null));

    [Fact]
    public void The_incident_that_it_is_for_is_marked_and_a_private_one_has_no_name()
    {
        var chart = SomeChart.Stated(SomeChart.Share(1, 2, 0.3), SomeChart.Share(7, 8, 0.2, hidden: true));
        Assert.Equal([("private", false), ("INC-1", true)], chart.Marks.Select(mark => (mark.Name, mark.Current)));
        Assert.DoesNotContain("INC-7", chart.Alt, StringComparison.Ordinal);
        Assert.Contains("INC-1 took 30 %, a private incident took 20 %", chart.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_incident_has_its_name_in_its_own_room() => Assert.Equal("INC-1", Assert.Single(SomeChart.Stated(SomeChart.Share(1, 2, 0.3, hidden: true)).Marks).Name);

    [Fact]
    public void Its_description_never_grows_too_long()
    {
        var report = SomeChart.Report(0.5, BudgetMethod.Estimated, SomeChart.Share(1, 2, 0.5)) with { Slo = SomeChart.Slo with { Name = new('x', 2000) } };
        Assert.InRange(BudgetChart.Of(report, null, null)!.Alt.Length, 1, ChatImage.LongestAltText);
        Assert.InRange(SomeChart.Many(100).Alt.Length, 1, ChatImage.LongestAltText);
    }

    [Fact]
    public void A_long_course_keeps_its_ends_and_few_points()
    {
        var at = SomeChart.Window.From;
        var steps = Enumerable.Range(0, 10 * 24 * 12).Select(step => new SloStep(new(at.AddMinutes(5 * step), at.AddMinutes(5 * (step + 1))), new(9, 10))).ToList();
        var state = new SloState { Slo = SomeChart.Slo.Name, Reading = new(Some.Time, SomeChart.Window, new(9 * steps.Count, 10 * steps.Count), steps) };
        var run = Assert.Single(BudgetChart.Of(SomeChart.Report(0.1, BudgetMethod.Measured), state, null)!.Runs);
        Assert.InRange(run.Count, 2, 402);
        Assert.Equal((1, 0.1), (run[0].Left, Math.Round(run[^1].Left, 6)));
    }

    [Theory]
    [InlineData(SloWindowKind.CalendarMonth, "November 2026")]
    [InlineData(SloWindowKind.CalendarQuarter, "Q4 2026")]
    public void A_calendar_window_is_called_by_its_name(SloWindowKind kind, string name)
    {
        var report = SomeChart.Report(0.5, BudgetMethod.Estimated, SomeChart.Share(1, 2, 0.5)) with { Slo = SomeChart.Slo with { Window = new(kind) } };
        Assert.StartsWith($"Error budget of {name} · objective 99.9 %", BudgetChart.Of(report, null, null)!.About, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_tells_the_same_later_has_the_same_mark()
    {
        var report = SomeChart.Report(0.5, BudgetMethod.Estimated, SomeChart.Share(1, 2, 0.5));
        var later = report with { At = report.At.AddDays(1), Window = new(report.Window.From.AddDays(1), report.Window.To.AddDays(1)) };
        Assert.Equal(BudgetChart.Of(report, null, null)!.Mark, BudgetChart.Of(later, null, null)!.Mark);
        Assert.NotEqual(BudgetChart.Of(report, null, null)!.Mark, BudgetChart.Of(report with { Spent = 0.6 }, null, null)!.Mark);
    }

    private static BudgetChart Measured(double left, double bad, params double?[] days) => BudgetChart.Of(SomeChart.Report(left, BudgetMethod.Measured), SomeChart.State(bad, days), Some.Incident())!;

    private static List<(double Day, double Left)> Days(IReadOnlyList<BudgetPoint> run) =>
        [.. run.Select(point => (Math.Round((point.At - SomeChart.Window.From).TotalDays, 2), Math.Round(point.Left, 6)))];
}
