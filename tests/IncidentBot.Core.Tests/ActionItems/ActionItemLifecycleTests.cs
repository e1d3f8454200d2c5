using IncidentBot.Core.ActionItems;
using Xunit;

namespace IncidentBot.Core.Tests.ActionItems;

public sealed class ActionItemLifecycleTests
{
    public static TheoryData<ActionItemStatus, ActionItemStatus> Pairs =>
        new(Enum.GetValues<ActionItemStatus>().SelectMany(_ => Enum.GetValues<ActionItemStatus>(), (from, to) => (from, to)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_open_is_closed_and_what_is_closed_is_opened_and_all_else_is_refused_with_a_sentence(ActionItemStatus from, ActionItemStatus to)
    {
        var refusal = ActionItemLifecycle.Refuses(from, to);
        if ((from is ActionItemStatus.Open) != (to is ActionItemStatus.Open)) Assert.Null(refusal);
        else Assert.EndsWith(".", refusal, StringComparison.Ordinal);
    }
}
