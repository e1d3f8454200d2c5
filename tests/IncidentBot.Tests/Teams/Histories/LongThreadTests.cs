using System.Diagnostics;
using IncidentBot.Teams;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class LongThreadTests : IDisposable
{
    private const int Replies = 5000;
    private const int InAPage = 50;

    private readonly GraphUnderTest _test = new();

    [Fact]
    public async Task Of_five_thousand_replies_only_what_was_said_is_held()
    {
        const string cards = "x"; // what stands beside the words, 20,000 characters in each message
        var beside = string.Concat(Enumerable.Repeat(cards, 20_000));
        _test.Graph.On($"{GraphUnderTest.Messages}/1", Said("1", 0));
        _test.Graph.On($"{GraphUnderTest.Messages}/1/replies", call =>
        {
            var newest = int.Parse(call["$skiptoken"] ?? $"{Replies}", System.Globalization.CultureInfo.InvariantCulture);
            var page = Enumerable.Range(0, InAPage).Select(older => newest - older).Select(number => Said($"{number + 1}", number, thread: "1", change: message => message["summary"] = beside));
            return ScriptedGraph.Json(Page(page, newest > InAPage ? $"{TeamsOptions.DefaultGraphUrl}v1.0/{GraphUnderTest.Messages}/1/replies?$skiptoken={newest - InAPage}" : null));
        });
        var (before, watch, count, last, most) = (GC.GetTotalMemory(true), Stopwatch.StartNew(), 0, DateTimeOffset.MinValue, 0L);

        await foreach (var message in _test.Get<IncidentBot.Teams.Histories.TeamsHistory>().ReadAsync(GraphUnderTest.Room("1"), Start, GraphUnderTest.Ct))
        {
            if (count++ == 0) most = GC.GetTotalMemory(true) - before;
            Assert.True(message.Posted.At >= last);
            last = message.Posted.At;
        }

        Assert.Equal(Replies + 1, count);
        Assert.True(most < 20 << 20, $"{most >> 20} MB are held.");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    public void Dispose() => _test.Dispose();
}
