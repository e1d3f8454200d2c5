using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class ErrorBudgetContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task Charges_of_an_slo_are_found_by_when_their_impact_ended()
    {
        await CommitAsync(Sample.Commit(Sample.Charge(incident: 1, endedHour: 14), Sample.Charge(incident: 2, endedHour: 11), Sample.Charge(incident: 3, endedHour: 12), Sample.Charge("checkout-availability-eu", incident: 4), Sample.Charge("checkout", incident: 5)));
        await RestartAsync();
        Assert.Equal([3, 1], (await Store.ErrorBudgets.ChargesAsync("Checkout-Availability", new(2027, 2, 20, 12, 0, 0, TimeSpan.Zero), Ct)).Select(charge => charge.Incident.Number));
    }

    [Fact]
    public async Task A_charge_without_a_time_is_found_by_its_incident_alone()
    {
        await CommitAsync(Sample.Commit(Sample.Charge("search") with { Estimated = null, Unmeasured = "It did not answer." }, Sample.Charge("checkout"), Sample.Charge("checkout", incident: 11)));
        Assert.Equal(["checkout", "search"], (await Store.ErrorBudgets.ChargesOfAsync(new(Sample.Workspace, 1), Ct)).Select(charge => charge.Slo));
        Assert.Empty(await Store.ErrorBudgets.ChargesAsync("search", DateTimeOffset.UnixEpoch, Ct));
    }

    [Fact]
    public async Task Consequences_that_stand_are_found_for_every_slo()
    {
        await CommitAsync(Sample.Commit(Sample.Consequence(hour: 15), Sample.Consequence(occasion: "over", ended: true), Sample.Consequence("search", hour: 12)));
        Assert.Equal(["search", "checkout-availability"], (await Store.ErrorBudgets.StandingAsync(Ct)).Select(one => one.Slo));
        Assert.Equal(["over", "one"], (await Store.ErrorBudgets.ConsequencesAsync("checkout-availability", DateTimeOffset.UnixEpoch, Ct)).Select(one => one.Occasion));
        Assert.Equal(12, (await Store.ErrorBudgets.ConsequenceAsync("search/BudgetExhausted/one", Ct))?.Since.Hour);
    }

    [Fact]
    public async Task How_an_slo_stands_is_kept()
    {
        await CommitAsync(Sample.Commit(new Core.Slos.Budgets.SloState { Slo = "Checkout", Unread = "It did not answer." }));
        await RestartAsync();
        var state = await Store.ErrorBudgets.StateAsync("checkout", Ct);
        Assert.Equal(("Checkout", "It did not answer.", 1), (state?.Slo, state?.Unread, state?.Version));
    }
}
