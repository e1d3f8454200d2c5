using CsCheck;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class MissedStretchTests
{
    [Fact]
    public void Every_missed_message_is_in_exactly_one_stretch() => Gen.Bool.Array[0, 30].Sample(missed =>
    {
        var entries = missed.Select((fromHistory, minute) => Some.Entry("", $"m{minute}", Some.Time.AddMinutes(minute)) with { FromHistory = fromHistory }).ToList();
        var stretches = MissedStretch.In(entries);
        Assert.Equal(missed.Count(one => one), stretches.Sum(stretch => stretch.Messages));
        Assert.All(entries, entry => Assert.Equal(entry.FromHistory ? 1 : 0, stretches.Count(stretch => stretch.From <= entry.At && entry.At <= stretch.To)));
    });
}
