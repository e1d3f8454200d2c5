using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

[Collection(ProgramCollection.Name)]
public sealed class StopTests
{
    private const int Rounds = 5;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_stop_under_load_finishes_what_was_acknowledged()
    {
        using var folder = new TemporaryFolder();
        var load = new Load(4);
        string? room = null;
        for (var round = 1; round <= Rounds; round++)
        {
            await using var program = await RunningProgram.StartAsync(folder.FullPath);
            room ??= await program.Chat.DeclareAsync("ana", "checkout is failing");
            Task<(int ExitCode, TimeSpan Took)>? stop = null;

            await load.RunAsync(program, (random, word) => new(ChatClient.Everybody[random.Next(ChatClient.Everybody.Count)], room, null, word), acknowledged =>
            {
                if (acknowledged == 100 * round) stop = program.TerminateAsync();
                return true;
            });

            var (exitCode, took) = await stop!;
            Assert.Equal(0, exitCode);
            Assert.InRange(took, TimeSpan.Zero, LongestStop);
        }
        await using var again = await RunningProgram.StartAsync(folder.FullPath);
        load.IsOnceIn(string.Join('\n', (await again.Chat.MessagesAsync(room!)).Where(message => !message.IsByBot).Select(message => message.Text)), _ => true, "in the room");
        load.IsOnceIn(await again.Chat.TimelineAsync(room!), _ => true, "on the timeline");
    }

    [Fact]
    public async Task A_stop_with_an_open_page_takes_no_longer()
    {
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.FullPath);
        using var open = await program.Http.GetAsync("/chat/ana/general", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.True(open.IsSuccessStatusCode);

        var (exitCode, took) = await program.TerminateAsync();

        Assert.Equal(0, exitCode);
        Assert.InRange(took, TimeSpan.Zero, LongestStop);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }
}
