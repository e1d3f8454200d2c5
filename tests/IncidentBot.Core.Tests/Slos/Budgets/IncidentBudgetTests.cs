using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Budgets;

public sealed class IncidentBudgetTests
{
    private static readonly BudgetCharge Old = SomeSlo.Stated(1, 0.37, Some.Time.AddDays(-40), minutes: 29);

    [Fact]
    public void When_the_window_has_gone_on_what_was_told_last_stands()
    {
        var budget = Of(Old, told: new(0.266, 0.37, Old.Estimated!.When, Some.Ana, Some.Time));
        Assert.Equal((true, 0.266), (budget.IsPast, budget.Stated!.Share));
    }

    [Fact]
    public void What_is_stated_otherwise_does_not_inherit_the_former_share() =>
        Assert.Null(Of(Old, told: new(0.5, 0.7, Old.Estimated!.When, Some.Ana, Some.Time)).Stated!.Share);

    private static IncidentBudget Of(BudgetCharge charge, StatedCost told)
    {
        var slo = SomeSlo.Of();
        var incident = Some.Incident() with { Service = slo.Service, Budgets = [new(slo.Name, "the 28-day budget", Some.Time) { Stated = told }] };
        return Assert.Single(IncidentBudget.Of(incident, new([slo], [], [charge], []), Some.Time));
    }
}
