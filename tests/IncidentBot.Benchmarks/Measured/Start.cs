using System.Diagnostics;
using System.Net;
using IncidentBot.Benchmarks.Servers;

namespace IncidentBot.Benchmarks.Measured;

/// <summary>How long the real program takes to come up on a data file that exists, and what it needs when idle.</summary>
internal sealed class Start(Options options, Action<string> tell)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public async Task<StartFigures> MeasureAsync(CancellationToken ct)
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Data, "start")).FullName;
        var (own, peer) = (new List<double>(), new List<double>());
        var idle = 0d;
        for (var start = 0; start <= (options.Quick ? 3 : 5); start++)
        {
            tell(start == 0 ? "first start, not counted" : $"start {start}");
            var (took, memory) = await TimedAsync(() => OwnAsync(data, ct), ct);
            var peerTook = options.Peer is { } folder ? (await TimedAsync(() => BoltPeer.StartAsync(folder, data, ct), ct)).Milliseconds : 0;
            idle = memory;
            if (start == 0) continue;
            own.Add(took);
            if (options.Peer is not null) peer.Add(peerTook);
        }
        return new(own, peer, idle);
    }

    private static async Task<(double Milliseconds, double Megabytes)> TimedAsync(Func<Task<ServerProcess>> start, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = await start();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await Task.Delay(Settling, TimeProvider.System, ct);
        return (took, server.MemoryMegabytes);
    }

    private static Task<ServerProcess> OwnAsync(string data, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        return ServerProcess.StartAsync(ServerProcess.Program("IncidentBot", address, data), address, "/health/live", HttpStatusCode.OK, ct);
    }
}
