using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class MilestoneOrderTests
{
    private static readonly HashSet<(MilestoneKind Earlier, MilestoneKind Later)> InOrder =
    [
        (MilestoneKind.Started, MilestoneKind.Detected), (MilestoneKind.Started, MilestoneKind.Mitigated), (MilestoneKind.Started, MilestoneKind.Resolved),
        (MilestoneKind.Detected, MilestoneKind.Declared), (MilestoneKind.Detected, MilestoneKind.Acknowledged), (MilestoneKind.Detected, MilestoneKind.Mitigated), (MilestoneKind.Detected, MilestoneKind.Resolved),
        (MilestoneKind.Mitigated, MilestoneKind.Resolved),
    ];

    public static TheoryData<MilestoneKind, MilestoneKind> Pairs =>
        [.. from first in Enum.GetValues<MilestoneKind>() from second in Enum.GetValues<MilestoneKind>() where first != second select new TheoryDataRow<MilestoneKind, MilestoneKind>(first, second)];

    /// <summary>The first stands at 13:30; the second is stated ten minutes before it, at the same time, and after it.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_pair_is_asked_about_exactly_when_it_runs_backwards(MilestoneKind first, MilestoneKind second)
    {
        Assert.Equal(InOrder.Contains((first, second)), IsAsked(first, second, "13:20"));
        Assert.False(IsAsked(first, second, "13:30"));
        Assert.Equal(InOrder.Contains((second, first)), IsAsked(first, second, "13:40"));
    }

    private static bool IsAsked(MilestoneKind first, MilestoneKind second, string at)
    {
        var incident = Some.Incident() with { Milestones = [new(first, Some.Time.AddMinutes(-30), Some.Ben, "said")] };
        var decision = Routing.Decide(Some.Command($"milestone {second} at {at}"), Some.Situation(incident));
        var saved = Assert.IsType<Incident>(Assert.Single(decision.Save));
        var asked = saved.TimeConflicts.Count > 0;
        Assert.Equal(asked, saved.Reached(second) is null);
        Assert.Equal(asked, decision.Record.Count == 0);
        if (asked) Assert.IsType<Whisper>(Assert.Single(decision.Say));
        return asked;
    }
}
