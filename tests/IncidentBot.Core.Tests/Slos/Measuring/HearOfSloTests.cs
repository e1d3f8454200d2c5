using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Measuring;

public sealed class HearOfSloTests
{
    [Fact]
    public void A_measurement_of_the_window_alone_charges_no_incident_of_the_room_that_it_is_heard_in()
    {
        var now = Some.Situation(Some.Incident() with { Service = "search" }) with { Settings = SloStory.Settings(measured: true) };
        var said = new SloNotMeasured(Some.Time, MeasuringBy.In(Some.Workspace), Some.Room, SloStory.Availability, null, "Prometheus could not be reached.");
        var saved = Assert.IsType<SloState>(Assert.Single(HearOfSlo.Decide(said, now).Save));
        Assert.Equal((said.Why, said.At), (saved.Unread, saved.TriedAt));
    }
}
