using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Storage.Journal;
using IncidentBot.Tests.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>The disk takes nothing for a while.</summary>
[Collection(ProgramCollection.Name)]
public sealed class StalledStoreTests : OneHeardProgram
{
    private static readonly TimeSpan OwnLimit = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan SlackLimit = TimeSpan.FromSeconds(3);
    private readonly ManualResetEventSlim _goesOn = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.All(await AnswersAsync(Enumerable.Range(0, 4).Select(number => Said.Post(number)), connections: 1, OwnLimit), status => Assert.Equal(200, status));
        var stall = new Delivery("slack:stall", "slack", "none", "{}", TimeProvider.System.GetUtcNow());
        Program.Inbox.Journal.Append(new(JournalFrame.Of(stall), _ => _goesOn.Wait(TimeSpan.FromMinutes(1)), _ => { }));
    }

    public override async ValueTask DisposeAsync()
    {
        _goesOn.Set();
        await base.DisposeAsync();
        _goesOn.Dispose();
    }

    [Fact]
    public async Task What_is_not_stored_is_refused_in_time_and_is_stored_once_when_it_comes_again()
    {
        SlackPost[] posts = [.. Enumerable.Range(100, 200).Select(number => Said.Post(number))];

        Assert.All(await AnswersAsync(posts, connections: 100, OwnLimit), status => Assert.Equal(503, status));
        _goesOn.Set();
        Assert.All(await AnswersAsync(posts.Select(post => post.Retried(1)), connections: 8, OwnLimit), status => Assert.Equal(200, status));

        await Program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, 4).Concat(Enumerable.Range(100, 200)).Select(SaidInRoom.Text), await Program.TextsAsync());
    }

    [Fact]
    public async Task Large_bodies_that_wait_for_the_disk_take_bounded_memory()
    {
        const int Bodies = 160;
        const long Most = 128L * 1024 * 1024; // of which the queue of the journal has half
        var large = new string('x', 900_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.All(await AnswersAsync(Enumerable.Range(100, Bodies).Select(number => Said.Post(number, large + SaidInRoom.Text(number))), connections: 40, SlackLimit), status => Assert.Equal(503, status));

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, Most);
    }

    /// <summary>Posts over several connections and returns the statuses. None may come late.</summary>
    private async Task<IReadOnlyCollection<int>> AnswersAsync(IEnumerable<SlackPost> posts, int connections, TimeSpan within)
    {
        var queue = new ConcurrentQueue<SlackPost>(posts);
        var statuses = new ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var connection = await RawConnection.OpenAsync(Program.Url);
            while (queue.TryDequeue(out var post))
            {
                var bytes = post.ToBytes();
                var began = TimeProvider.System.GetTimestamp();
                statuses.Add((await connection.AskAsync(bytes))!.Status);
                Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, within);
            }
        }));
        return statuses;
    }
}
