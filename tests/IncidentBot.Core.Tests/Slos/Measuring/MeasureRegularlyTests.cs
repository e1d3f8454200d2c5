using IncidentBot.Core.Bot;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Measuring;

public sealed class MeasureRegularlyTests
{
    [Theory]
    [InlineData(14, false, false)]
    [InlineData(16, false, true)]
    [InlineData(16, true, false)]
    [InlineData(61, true, true)]
    public void What_is_not_answered_yet_is_not_asked_for_again_for_an_hour(int minutes, bool awaited, bool asks) =>
        Assert.Equal(asks, Measures(new() { Slo = SloStory.Availability, TriedAt = Some.Time.AddMinutes(-minutes), Awaited = awaited }).Any());

    [Fact]
    public void What_is_asked_for_is_kept_with_the_state_and_leaves_no_key_behind()
    {
        var asked = Assert.Single(Measures(new() { Slo = SloStory.Availability }));
        Assert.Equal(new SloState { Slo = SloStory.Availability, TriedAt = Some.Time, Awaited = true }, Assert.Single(asked.Save));
        Assert.Empty(asked.Once);
    }

    private static IEnumerable<Decision> Measures(SloState state) => Owed.At(new(SloStory.Settings(measured: true), Some.Time) { Home = Some.Workspace, Slos = new SloLedger(SloStory.Catalogue, [state], [], []) })
        .Where(decision => decision.Say.Any(saying => saying is MeasureSlo));
}
