using IncidentBot.Core.Postmortems;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems;

public sealed class PostmortemLifecycleTests
{
    private static readonly HashSet<(PostmortemStatus From, PostmortemStatus To)> Allowed =
    [
        (PostmortemStatus.InWriting, PostmortemStatus.InReview),
        (PostmortemStatus.InReview, PostmortemStatus.InReview),
        (PostmortemStatus.InReview, PostmortemStatus.Reviewed),
        (PostmortemStatus.Reviewed, PostmortemStatus.InReview),
        (PostmortemStatus.Reviewed, PostmortemStatus.Published),
        (PostmortemStatus.InReview, PostmortemStatus.InWriting),
        (PostmortemStatus.Reviewed, PostmortemStatus.InWriting),
        (PostmortemStatus.Published, PostmortemStatus.InWriting),
    ];

    public static TheoryData<PostmortemStatus, PostmortemStatus> Pairs =>
        new(Enum.GetValues<PostmortemStatus>().SelectMany(from => Enum.GetValues<PostmortemStatus>(), (from, to) => (from, to)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_move_is_allowed_or_refused_with_a_sentence(PostmortemStatus from, PostmortemStatus to)
    {
        var refusal = PostmortemLifecycle.Refuses(from, to);
        if (Allowed.Contains((from, to))) Assert.Null(refusal);
        else Assert.EndsWith(".", refusal, StringComparison.Ordinal);
    }
}
