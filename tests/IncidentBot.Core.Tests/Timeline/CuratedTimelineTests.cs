using CsCheck;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class CuratedTimelineTests
{
    private static readonly TimelineEntry First = Some.Entry("alert fires", "m1");
    private static readonly TimelineEntry Second = Some.Entry("looking", "m2", Some.Time.AddMinutes(1), Some.Ben);
    private static readonly TimelineEntry Third = Some.Entry("rolled back", "m3", Some.Time.AddMinutes(2));

    [Fact]
    public void What_is_hidden_is_counted_by_who_hid_it()
    {
        var timeline = CuratedTimeline.Of([First, Hidden(Second), Hidden(Third)]);
        Assert.Equal(["alert fires"], Shown(timeline));
        Assert.Equal([new HiddenBy(Some.Ana, 2)], timeline.Hidden);
    }

    [Fact]
    public void What_was_merged_stands_on_one_line_in_order_of_time() =>
        Assert.Equal(["looking | alert fires | rolled back"], Shown(CuratedTimeline.Of([Into(First, Second), Second, Into(Third, First)])));

    [Fact]
    public void A_corrected_time_decides_where_an_entry_stands() =>
        Assert.Equal(["rolled back", "alert fires", "looking"], Shown(CuratedTimeline.Of([First, Second, At(Third, -10)])));

    [Fact]
    public void A_hidden_line_takes_along_what_was_merged_into_it() => Assert.Equal(2, Assert.Single(CuratedTimeline.Of([Hidden(First), Into(Second, First)]).Hidden).Count);

    [Fact]
    public void Entries_that_two_people_merged_in_a_circle_stand_alone() => Assert.Equal(2, CuratedTimeline.Of([Into(First, Second), Into(Second, First)]).Lines.Count);

    [Fact]
    public void Key_moments_are_highlights_and_changes()
    {
        var marked = Second with { Highlights = [new(Some.Ana, "reaction", Some.Time)] };
        var changed = Third with { Kind = EntryKind.Status };
        Assert.Equal([marked, changed], CuratedTimeline.Of([First, marked, changed]).KeyMoments.Select(line => line.Entry));
    }

    [Fact]
    public void Every_entry_is_shown_once_or_counted_as_hidden() => Curated.Sample(entries =>
    {
        var timeline = CuratedTimeline.Of(entries);
        var shown = timeline.Lines.SelectMany(line => line.All).Select(entry => entry.Id).ToList();
        Assert.Equal(shown.Distinct(), shown);
        Assert.Equal(entries.Length, shown.Count + timeline.Hidden.Sum(by => by.Count));
        Assert.Equal(timeline.Lines.OrderBy(line => line.At).Select(line => line.At), timeline.Lines.Select(line => line.At));
    });

    private static Gen<TimelineEntry[]> Curated { get; } =
        from count in Gen.Int[1, 12]
        from curations in Gen.Select(Gen.Bool, Gen.Int[-1, 11], Gen.Int[-600, 600]).Array[count]
        select curations.Select((curation, index) =>
        {
            var (hidden, other, seconds) = curation;
            var entry = Some.Entry($"line {index}", $"m{index}", Some.Time.AddSeconds(index));
            if (hidden) entry = Hidden(entry);
            if (other >= 0 && other < count && other != index) entry = entry with { Merged = new(Some.Entry("", $"m{other}").Id, Some.Ana, Some.Time) };
            return seconds > 0 ? entry with { Corrected = new(Some.Time.AddSeconds(seconds), Some.Ana, Some.Time) } : entry;
        }).ToArray();

    private static IEnumerable<string> Shown(CuratedTimeline timeline) => timeline.Lines.Select(line => string.Join(" | ", line.All.Select(entry => entry.Text)));

    private static TimelineEntry Hidden(TimelineEntry entry) => entry with { Hidden = new(Some.Ana, Some.Time, "") };

    private static TimelineEntry Into(TimelineEntry entry, TimelineEntry other) => entry with { Merged = new(other.Id, Some.Ana, Some.Time) };

    private static TimelineEntry At(TimelineEntry entry, int minutes) => entry with { Corrected = new(Some.Time.AddMinutes(minutes), Some.Ana, Some.Time) };
}
