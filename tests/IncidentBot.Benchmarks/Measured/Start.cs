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
        var took = new List<double>();
        var idle = 0d;
        for (var start = 0; start <= (options.Quick ? 3 : 5); start++)
        {
            tell(start == 0 ? "first start, not counted" : $"start {start}");
            var began = Stopwatch.GetTimestamp();
            await using var program = await StartAsync(data, ct);
            if (start > 0) took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(Settling, TimeProvider.System, ct);
            idle = program.MemoryMegabytes;
        }
        return new(took, idle);
    }

    private static Task<ServerProcess> StartAsync(string data, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        return ServerProcess.StartAsync(ServerProcess.Program("IncidentBot", address, data), address, "/health/live", HttpStatusCode.OK, ct);
    }
}
