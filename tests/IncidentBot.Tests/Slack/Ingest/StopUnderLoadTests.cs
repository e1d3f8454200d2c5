using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Slack.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>The program is told to end while Slack posts to it.</summary>
[Collection(ProgramCollection.Name)]
public sealed class StopUnderLoadTests
{
    private const int Rounds = 4;
    private const int Connections = 16;
    private const int AckedBeforeStop = 300;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);
    private readonly ConcurrentBag<int> _acked = [];
    private readonly ConcurrentQueue<string> _resets = new();
    private int _number;

    [Fact]
    public async Task What_was_acknowledged_is_kept_no_connection_is_reset_and_it_ends_in_time()
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.Http);
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing");
        await scene.SettlesAsync();
        scene.Workspace.Faults.Next("conversations.history", new Fault.Refused("internal_error"), times: 1000); // only what was acknowledged tells what was said
        var said = new SaidInRoom(scene.Workspace, room);
        for (var round = 1; round <= Rounds; round++)
        {
            Task<(int ExitCode, TimeSpan Took)>? stop = null;
            var until = _acked.Count + AckedBeforeStop;
            var begun = 0;
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => PostAsync(scene.Program.Url, said, () =>
            {
                if (_acked.Count >= until && Interlocked.Exchange(ref begun, 1) == 0) stop = scene.Program.TerminateAsync();
            }))));

            var (exitCode, took) = await stop!;
            Assert.Equal(0, exitCode);
            Assert.InRange(took, TimeSpan.Zero, LongestStop);
            await scene.StartAsync();
        }
        Assert.Empty(_resets);
        await scene.SettlesAsync();
        var file = await ExportAsync(scene, room);
        var found = Enumerable.Range(1, _number).ToDictionary(number => number, number => file.Split(SaidInRoom.Text(number)).Length - 1);
        Assert.DoesNotContain(_acked, number => found[number] == 0);
        Assert.DoesNotContain(found, one => one.Value > 1);
    }

    /// <summary>Posts over one connection, and over the next one when the program closes it, until nobody listens any more.</summary>
    private async Task PostAsync(Uri program, SaidInRoom said, Action acked)
    {
        try
        {
            while (true)
            {
                using var connection = await RawConnection.OpenAsync(program);
                while (true)
                {
                    var number = Interlocked.Increment(ref _number);
                    if (await connection.AskAsync(said.Post(number).ToBytes()) is not { } answer) break;
                    Assert.Contains(answer.Status, (int[])[200, 503]);
                    if (answer.Status == 200) _acked.Add(number);
                    acked();
                    if (answer.Closes) break;
                }
            }
        }
        catch (SocketException gone) when (gone.SocketErrorCode is SocketError.ConnectionRefused)
        {
            // Nobody listens any more.
        }
        catch (SocketException reset)
        {
            _resets.Enqueue(reset.ToString());
        }
    }

    private static async Task<string> ExportAsync(SlackScene scene, string room)
    {
        var known = scene.Workspace.State.Files.Count;
        Assert.True((await scene.Ana.CommandAsync(room, "timeline all")).Acked);
        return Encoding.UTF8.GetString(await scene.Workspace.EventuallyAsync(() => scene.Workspace.State.Files.Skip(known).FirstOrDefault(file => file.IsComplete)?.Content, "the timeline is uploaded"));
    }
}
