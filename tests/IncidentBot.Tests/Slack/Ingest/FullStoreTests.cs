using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Every write fails for a while.</summary>
[Collection(ProgramCollection.Name)]
public sealed class FullStoreTests : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan LongestHealing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenRetries = TimeSpan.FromMilliseconds(50);
    private readonly SmallDisk _disk = new();

    [Fact]
    public async Task What_cannot_be_written_is_refused_in_time_and_is_stored_once_when_it_comes_again()
    {
        _disk.IsRequired();
        await using var slack = await HeardProgram.WorkspaceAsync();
        await using var program = await HeardProgram.StartAsync(slack, _disk.FullPath);
        var said = new SaidInRoom(slack);
        using var connection = await RawConnection.OpenAsync(program.Url);
        Assert.Equal(200, await StatusAsync(said.Post(0)));
        var refused = new List<int>();
        for (var number = 1; refused.Count < 100; number++)
        {
            _disk.Fill(); // again and again, for the store may free some room of its own
            if (await StatusAsync(said.Post(number)) is not 200 and var status)
            {
                Assert.Equal(503, status);
                refused.Add(number);
            }
        }

        _disk.Free();
        var freed = TimeProvider.System.GetTimestamp();
        foreach (var number in refused)
        {
            while (await StatusAsync(said.Post(number).Retried(1)) is not 200)
            {
                Assert.InRange(TimeProvider.System.GetElapsedTime(freed), TimeSpan.Zero, LongestHealing);
                await Task.Delay(BetweenRetries, TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
        await program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, refused[^1] + 1).Select(SaidInRoom.Text), await program.TextsAsync());

        async Task<int> StatusAsync(SlackPost post)
        {
            var began = TimeProvider.System.GetTimestamp();
            var answer = await connection.AskAsync(post.ToBytes());
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, LongestAnswer);
            return answer!.Status;
        }
    }

    public void Dispose() => _disk.Dispose();
}
