using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class IncidentLifecycleTests
{
    public static TheoryData<IncidentStatus, IncidentStatus> Pairs { get; } =
        [.. from before in Enum.GetValues<IncidentStatus>() from after in Enum.GetValues<IncidentStatus>() select (before, after)];

    public static TheoryData<IncidentStatus> Statuses { get; } = [.. Enum.GetValues<IncidentStatus>()];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_move_is_made_or_refused_as_the_table_says(IncidentStatus from, IncidentStatus to)
    {
        var decision = Routing.Decide(Some.Command($"status {to}"), Some.Situation(Incident(from)));
        if (IncidentLifecycle.Refuses(from, to) is null)
        {
            Assert.Equal(to, Assert.IsType<Incident>(Assert.Single(decision.Save)).Status);
            Assert.Contains($"{from.Label()} → {to.Label()}", Assert.Single(decision.Record).Text, StringComparison.Ordinal);
            return;
        }
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
        Assert.IsType<Whisper>(Assert.Single(decision.Say));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Open_statuses_may_follow_each_other_and_the_resolution_ends_it(IncidentStatus from, IncidentStatus to) =>
        Assert.Equal(from is not IncidentStatus.Resolved && from != to, IncidentLifecycle.Refuses(from, to) is null);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_mitigation_counts_only_while_it_holds(IncidentStatus from, IncidentStatus to)
    {
        if (from is not IncidentStatus.Mitigated || IncidentLifecycle.Refuses(from, to) is not null) return;
        var moved = Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command($"status {to}"), Some.Situation(Incident(from))).Save));
        Assert.Equal(to is IncidentStatus.Resolved, moved.Reached(MilestoneKind.Mitigated) is not null);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Only_what_is_resolved_is_reopened(IncidentStatus from)
    {
        var decision = Routing.Decide(Some.Command("reopen it is back"), Some.Situation(Incident(from)));
        Assert.Equal(from is IncidentStatus.Resolved, IncidentLifecycle.RefusesReopen(from) is null);
        Assert.Equal(from is IncidentStatus.Resolved ? 1 : 0, decision.Save.Count);
    }

    [Fact]
    public void Reopening_takes_back_the_times_of_mitigation_and_resolution_and_no_others()
    {
        var incident = Incident(IncidentStatus.Resolved).With(new Milestone(MilestoneKind.Detected, Some.Time, Some.Ana, "said"));
        var reopened = Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command("reopen"), Some.Situation(incident)).Save));
        Assert.Equal([MilestoneKind.Declared, MilestoneKind.Detected], reopened.Milestones.Select(milestone => milestone.Kind));
    }

    [Fact]
    public void A_resolution_that_did_not_hold_is_no_longer_known()
    {
        Fact[] facts = [new(FactKind.Resolution, "rolled back", Some.Ana, Some.Time), new(FactKind.Trigger, "deploy", Some.Ana, Some.Time)];
        var reopened = Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command("reopen"), Some.Situation(Incident(IncidentStatus.Resolved) with { Facts = facts })).Save));
        Assert.Equal([FactKind.Trigger], reopened.Facts.Select(fact => fact.Kind));
    }

    private static Incident Incident(IncidentStatus status)
    {
        var incident = Some.Incident(status);
        if (status is IncidentStatus.Mitigated or IncidentStatus.Resolved) incident = incident.With(new Milestone(MilestoneKind.Mitigated, Some.Time, Some.Ana, "said"));
        return status is IncidentStatus.Resolved ? incident.With(new Milestone(MilestoneKind.Resolved, Some.Time, Some.Ana, "said")) : incident;
    }
}
