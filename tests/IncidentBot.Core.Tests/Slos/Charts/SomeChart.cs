using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Slos.Charts;

/// <summary>Charts of a budget of ten days, of which a hundred bad requests are all.</summary>
public static class SomeChart
{
    public static readonly Slo Slo = new() { Name = "checkout-availability", Service = "checkout", Sli = new(SliKind.Events, "answered without an error", "all"), Objective = 0.999m, Window = SloWindow.Rolling(10) };

    public static readonly Period Window = new(Some.Time.AddDays(-10), Some.Time);

    public static IncidentShare Share(int number, double daysAgo, double counts, bool hidden = false) =>
        new(new(Some.Workspace, number), new(Some.Time.AddDays(-daysAgo), Some.Time.AddDays(-daysAgo).AddHours(2)), counts, BudgetMethod.Estimated) { Private = hidden };

    public static BudgetReport Report(double left, BudgetMethod method, params IncidentShare[] incidents) => new(Slo, Some.Time, Window) { Spent = 1 - left, Method = method, Incidents = incidents };

    /// <summary>A step a day, by how many were bad in it; null where that could not be read.</summary>
    public static SloState State(double bad, params double?[] days) => new()
    {
        Slo = Slo.Name,
        Reading = new(Some.Time, Window, new(100_000 - bad, 100_000), [.. days.Select((count, day) => (count, day)).Where(step => step.count is not null)
            .Select(step => new SloStep(new(Window.From.AddDays(step.day), Window.From.AddDays(step.day + 1)), new(10_000 - step.count!.Value, 10_000)))]),
    };

    public static BudgetChart Stated(params IncidentShare[] incidents) => BudgetChart.Of(Report(1 - incidents.Sum(share => share.Counts), BudgetMethod.Estimated, incidents), null, Some.Incident())!;

    public static BudgetChart Many(int count) => Stated([.. Enumerable.Range(1, count).Select(number => Share(number, 9.9 * number / count, 0.5 / count))]);
}
