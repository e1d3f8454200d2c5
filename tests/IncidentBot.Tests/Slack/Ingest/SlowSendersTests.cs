using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Connections that are held open with next to nothing sent over them.</summary>
[Collection(ProgramCollection.Name)]
public sealed class SlowSendersTests
{
    private const int Senders = 200;
    private const int Good = 100;
    private static readonly TimeSpan SlackLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenBytes = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Two_hundred_slow_senders_hold_up_nobody_and_their_bodies_are_given_up()
    {
        await using var slack = await HeardProgram.WorkspaceAsync();
        using var folder = new TemporaryFolder();
        await using var program = await HeardProgram.StartAsync(slack, folder.FullPath);
        var said = new SaidInRoom(slack);
        using var enough = new CancellationTokenSource();
        var slow = Enumerable.Range(0, Senders).Select(number => DripAsync(program.Url, inBody: number % 2 == 0, enough.Token)).ToList();

        using var connection = await RawConnection.OpenAsync(program.Url);
        for (var number = 0; number < Good; number++)
        {
            var began = TimeProvider.System.GetTimestamp();
            Assert.Equal(200, (await connection.AskAsync(said.Post(number).ToBytes()))?.Status);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, SlackLimit);
        }

        Assert.All(await Task.WhenAll(slow.Where((_, number) => number % 2 == 0)), status => Assert.Equal(408, status));
        await enough.CancelAsync();
        await Task.WhenAll(slow);
        await program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, Good).Select(SaidInRoom.Text), await program.TextsAsync());
        program.Faults.AreNone();
    }

    /// <summary>A byte now and then, of the head or, after the whole head, of the body. Returns the status of the answer; null when it was enough before one came.</summary>
    private static async Task<int?> DripAsync(Uri server, bool inBody, CancellationToken enough)
    {
        using var connection = await RawConnection.OpenAsync(server);
        var request = new SlackPost(new string('x', 10_000)).ToBytes();
        var sent = inBody ? request.AsSpan().IndexOf("\r\n\r\n"u8) + 4 : 1;
        await connection.SendAsync(request.AsMemory(0, sent));
        var answer = connection.AnswerAsync();
        while (!answer.IsCompleted && !enough.IsCancellationRequested)
        {
            await connection.SendAsync(request.AsMemory(sent++, 1));
            await Task.WhenAny(answer, Task.Delay(BetweenBytes, TimeProvider.System, enough));
        }
        return answer.IsCompleted ? (await answer)?.Status : null;
    }
}
