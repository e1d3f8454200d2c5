using System.Net;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The disk under the data is full, and has room again.</summary>
[Collection(ProgramCollection.Name)]
public sealed class FullDiskTests : IDisposable
{
    private const int Rounds = 2;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan LongestUntilRed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestHealing = TimeSpan.FromSeconds(10);
    private readonly TemporaryFolder _folder = new();
    private readonly SmallDisk _disk = new();

    [Fact]
    public async Task A_full_disk_loses_nothing_acknowledged_and_heals_without_a_restart()
    {
        _disk.IsRequired();
        await using var program = await RunningProgram.StartAsync(_folder.FullPath, "--Storage:LiteDb:Path", Path.Combine(_disk.FullPath, "incidentbot.db"));
        var room = await program.Chat.DeclareAsync("ana", "the disk is filling up");
        var load = new Load(5);
        for (var round = 0; round < Rounds; round++)
        {
            await SaysAsync(200);
            _disk.Fill();
            while (await AnsweredAsync() is HttpStatusCode.OK) _disk.Fill(); // the store may free some room of its own
            var refused = TimeProvider.System.GetTimestamp();
            await program.EventuallyAsync(async () =>
            {
                _disk.Fill();
                return await StatusAsync() == "unavailable" ? this : null;
            }, "not ready");
            Assert.InRange(TimeProvider.System.GetElapsedTime(refused), TimeSpan.Zero, LongestUntilRed);
            using (var live = await program.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, live.StatusCode);

            _disk.Free();
            var freed = TimeProvider.System.GetTimestamp();
            await program.EventuallyAsync(async () => await AnsweredAsync() is HttpStatusCode.OK && await StatusAsync() == "ok" ? this : null, "it serves again");
            Assert.InRange(TimeProvider.System.GetElapsedTime(freed), TimeSpan.Zero, LongestHealing);
        }
        await SaysAsync(200);
        load.IsOnceIn(string.Join('\n', (await program.Chat.MessagesAsync(room)).Where(message => !message.IsByBot).Select(message => message.Text)), _ => true, "in the room");
        load.IsOnceIn(await program.Chat.TimelineAsync(room), _ => true, "on the timeline");
        await program.SettlesAsync();

        Task SaysAsync(int count) => load.RunAsync(program, (_, word) => new("ana", room, null, word), acknowledged => acknowledged < count);

        async Task<string?> StatusAsync() => (await program.ReadyAsync()).GetProperty("status").GetString();

        async Task<HttpStatusCode> AnsweredAsync()
        {
            var began = TimeProvider.System.GetTimestamp();
            var status = await load.SayAsync(program, "ben", room);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, LongestAnswer);
            return status;
        }
    }

    [Fact]
    public async Task A_start_on_a_full_disk_is_refused_with_the_reason()
    {
        _disk.IsRequired();
        _disk.Fill();

        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(_folder.FullPath, "--Storage:LiteDb:Path", Path.Combine(_disk.FullPath, "incidentbot.db"));

        Assert.Equal(2, exitCode);
        Assert.Contains("No space left on device", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _disk.Dispose();
        _folder.Dispose();
    }
}
