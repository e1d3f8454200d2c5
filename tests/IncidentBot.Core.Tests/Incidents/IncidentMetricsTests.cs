using CsCheck;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class IncidentMetricsTests
{
    [Theory]
    [InlineData("TTD", 8)]
    [InlineData("TTA", 3)]
    [InlineData("TTM", 20)]
    [InlineData("TTR", 41)]
    public void Each_time_lies_between_two_milestones(string name, int minutes)
    {
        var incident = At(Some.Incident(), MilestoneKind.Started, 0);
        incident = At(incident, MilestoneKind.Detected, 8);
        incident = At(incident, MilestoneKind.Acknowledged, 11);
        incident = At(incident, MilestoneKind.Mitigated, 20);
        incident = At(incident, MilestoneKind.Resolved, 41);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Metric(incident, name).Length);
    }

    [Fact]
    public void What_nobody_stated_is_unknown_and_named()
    {
        var metric = Metric(At(Some.Incident(), MilestoneKind.Resolved, 41), "TTR");
        Assert.Null(metric.Length);
        Assert.Equal([MilestoneKind.Started], metric.Missing);
    }

    [Fact]
    public void The_declaration_stands_for_no_other_milestone() => Assert.All(IncidentMetrics.Of(Some.Incident()), metric => Assert.Null(metric.Length));

    [Fact]
    public void A_time_is_known_exactly_when_both_milestones_are_and_never_negative() => Milestones.Sample(milestones =>
    {
        var incident = milestones.Aggregate(Some.Incident() with { Milestones = [] }, (built, milestone) => built.With(milestone));
        foreach (var metric in IncidentMetrics.Of(incident))
        {
            Assert.Equal(incident.Reached(metric.From) is not null && incident.Reached(metric.To) is not null, metric.Length is not null);
            Assert.Equal(metric.Length is null, metric.Missing.Count > 0);
            Assert.True(metric.Length is null || metric.Length >= TimeSpan.Zero);
        }
    });

    [Fact]
    public void Times_that_are_accepted_one_after_another_never_contradict_by_a_minute() => Milestones.Sample(milestones =>
    {
        var incident = Some.Incident() with { Milestones = [] };
        foreach (var milestone in milestones)
            if (MilestoneOrder.Contradicted(incident, milestone.Kind, milestone.At) is null) incident = incident.With(milestone);
        foreach (var metric in IncidentMetrics.Of(incident).Where(metric => metric.Length is not null))
            Assert.True(metric.Ended!.At > metric.Began!.At - TimeSpan.FromMinutes(1), $"{metric.Name} runs backwards");
    });

    private static Gen<Milestone[]> Milestones { get; } =
        Gen.Select(Gen.Enum<MilestoneKind>(), Gen.Int[-100_000, 100_000], (kind, seconds) => new Milestone(kind, Some.Time.AddSeconds(seconds), Some.Ana, "said")).Array[0, 12];

    private static Incident At(Incident incident, MilestoneKind kind, int minutes) => incident.With(new Milestone(kind, Some.Time.AddMinutes(minutes), Some.Ana, "said"));

    private static IncidentMetric Metric(Incident incident, string name) => IncidentMetrics.Of(incident).Single(metric => metric.Name == name);
}
