using System.Diagnostics;
using System.Globalization;
using System.Net;
using IncidentBot.Benchmarks.Serving;

namespace IncidentBot.Benchmarks.Servers;

/// <summary>The bot as it is set up for Slack, in a process of its own.</summary>
internal sealed class IngestServer(ServerProcess process) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new() { BaseAddress = process.Address };

    public ServerProcess Process => process;

    public static async Task<IngestServer> StartAsync(string data, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        var start = ServerProcess.Program("IncidentBot.Benchmarks", address, data, IngestHost.Word);
        return new(await ServerProcess.StartAsync(start, address, "/health/live", HttpStatusCode.OK, ct));
    }

    /// <summary>Waits until no delivery waits any more, and returns how long that took.</summary>
    public async Task<TimeSpan> DrainedAsync(CancellationToken ct)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, ct))
            if (await NumberAsync(IngestHost.Waiting, ct) == 0) return Stopwatch.GetElapsedTime(began);
        throw new MeasurementException("Deliveries were acknowledged and did not reach the timeline.");
    }

    /// <summary>Messages on the timelines, counted one by one in the store.</summary>
    public Task<int> OnTimelineAsync(CancellationToken ct) => NumberAsync(IngestHost.OnTimeline, ct);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await process.DisposeAsync();
    }

    private async Task<int> NumberAsync(string path, CancellationToken ct) => int.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative), ct), CultureInfo.InvariantCulture);
}
