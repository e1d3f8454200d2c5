using IncidentBot.Core.Slos.Policy;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

public sealed class ConsequenceLifecycleTests
{
    public static TheoryData<ConsequenceStatus, ConsequenceStatus> Moves => new(
        from before in Enum.GetValues<ConsequenceStatus>()
        from after in Enum.GetValues<ConsequenceStatus>()
        select (before, after));

    private static readonly HashSet<(ConsequenceStatus, ConsequenceStatus)> Allowed =
    [
        (ConsequenceStatus.Begun, ConsequenceStatus.Acknowledged),
        (ConsequenceStatus.Begun, ConsequenceStatus.SetAside),
        (ConsequenceStatus.Begun, ConsequenceStatus.Ended),
        (ConsequenceStatus.Acknowledged, ConsequenceStatus.SetAside),
        (ConsequenceStatus.Acknowledged, ConsequenceStatus.Ended),
        (ConsequenceStatus.SetAside, ConsequenceStatus.Acknowledged),
        (ConsequenceStatus.SetAside, ConsequenceStatus.Ended),
        (ConsequenceStatus.Ended, ConsequenceStatus.Begun),
    ];

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_move_is_allowed_or_refused_with_a_sentence(ConsequenceStatus from, ConsequenceStatus to)
    {
        var refusal = ConsequenceLifecycle.Refuses(from, to);
        if (Allowed.Contains((from, to))) Assert.Null(refusal);
        else Assert.EndsWith(".", refusal, StringComparison.Ordinal);
    }
}
