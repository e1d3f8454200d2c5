using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

/// <summary>The monitoring is down, and people state what goes on.</summary>
public sealed class UncountedHaltStories
{
    private readonly Story _story;
    private readonly StoryMonitoring _monitoring;

    public UncountedHaltStories() => (_story, _monitoring) = SloStory.Measured();

    [Fact]
    public async Task What_people_state_since_the_last_measurement_spends_the_budget_too()
    {
        await SpentWhileTheMonitoringIsDown();
        _story.Hears("As agreed, changes to what checkout-availability depends on stop now");
        _story.Hears("104.6 % of the 28-day budget was spent (60 % measured, and 44.6 % that incidents took beside it).");
        var halt = await Halt();
        Assert.Equal((BudgetMethod.Measured, "104.6 %", "44.6 %"), (halt.Method, $"{halt.Spent * 100:0.#} %", $"{halt.Unseen * 100:0.#} %"));
    }

    [Fact]
    public async Task It_ends_when_the_monitoring_tells_better()
    {
        await SpentWhileTheMonitoringIsDown();
        _monitoring.Silent = null;
        await _story.Passes(TimeSpan.FromHours(2));
        await _story.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ConsequenceEnd.Within, (await Halt()).EndedBy);
    }

    private async Task SpentWhileTheMonitoringIsDown()
    {
        _monitoring.Bad = 24_192; // 60 % of the budget
        await _story.Says("ana", "/incident start checkout is failing service:checkout");
        _monitoring.Silent = "Prometheus does not answer.";
        await _story.Passes(TimeSpan.FromHours(1));
        await _story.Says("ana", "/incident charge 100% 14:01-14:19");
        await _story.Passes(TimeSpan.FromMinutes(2));
    }

    private async Task<Consequence> Halt() => (await _story.Store.ErrorBudgets.ConsequencesAsync(SloStory.Availability, DateTimeOffset.UnixEpoch, CancellationToken.None)).Single(one => one.Rule is PolicyRule.BudgetExhausted);
}
