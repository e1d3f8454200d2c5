using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Drafts;

public sealed class DraftMarkTests
{
    private static readonly TimelineEntry Head = Some.Entry("rolled back", "m1");
    private static readonly TimelineEntry Merged = Some.Entry("deploy 4711 is gone", "m2") with { Merged = new(Head.Id, Some.Ana, Some.Time) };

    private static string MarkOf(params TimelineEntry[] timeline) => SomeDraft.Draft(SomeDraft.Bare with { Timeline = timeline }).Mark;

    [Fact]
    public void The_same_has_the_same_mark() => Assert.Equal(MarkOf(Head, Merged), MarkOf(Head, Merged));

    [Fact]
    public void Another_time_within_a_merged_line_is_another_draft() =>
        Assert.NotEqual(MarkOf(Head, Merged), MarkOf(Head, Merged with { Corrected = new(Merged.At.AddMinutes(3), Some.Ana, Some.Time) }));
}
