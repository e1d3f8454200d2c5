using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class OutgoingTests
{
    private const int Times = 1000;

    [Fact]
    public void Where_nobody_is_told_a_decision_costs_nothing_more()
    {
        var (decision, said) = (new Decision { Save = [Some.Incident(IncidentStatus.Resolved)] }, Some.Posted("seeing 500s"));
        var (now, standing) = (Some.Situation(Some.Incident()), new Standing(Some.Settings, Some.Time));
        Assert.Same(decision, Outgoing.With(decision, said, now));
        Assert.Same(decision, Outgoing.With(decision, standing));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++) Outgoing.With(Outgoing.With(decision, said, now), standing);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Where_somebody_is_told_a_message_that_changes_nothing_costs_nothing_more()
    {
        var (decision, said) = (new Decision { Record = [Some.Entry()] }, Some.Posted("seeing 500s"));
        var now = Some.Situation(Some.Incident()) with { Settings = Some.Settings with { Webhooks = new() { Receivers = ["one"] }, Exports = new() { ToFolder = true } } };
        Assert.Same(decision, Outgoing.With(decision, said, now));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++) Outgoing.With(decision, said, now);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
