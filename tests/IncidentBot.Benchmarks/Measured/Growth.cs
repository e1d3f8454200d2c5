using IncidentBot.Benchmarks.Load;
using IncidentBot.Benchmarks.Servers;
using IncidentBot.Benchmarks.Serving;

namespace IncidentBot.Benchmarks.Measured;

/// <summary>Whether an incident of very many messages gets slower as it grows.</summary>
internal sealed class Growth(Options options, ILoad load, Action<string> tell)
{
    private const int Connections = 64;
    private const int Segments = 10;

    public async Task<GrowthFigures> MeasureAsync(CancellationToken ct)
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Data, "growth")).FullName;
        await using var own = await IngestServer.StartAsync(data, ct);
        var messages = options.Quick ? 2000 : 10_000;
        tell("warming up");
        await SegmentAsync(own, "EvWarmUp", options.Quick ? 4000 : 20_000, RunningIncidents.Room(2).Channel.Id, ct);
        var before = await own.OnTimelineAsync(ct);
        var segments = new List<SegmentFigures>();
        for (var segment = 1; segment <= Segments; segment++)
        {
            tell($"messages {(segment - 1) * messages + 1} to {segment * messages} of one incident");
            segments.Add(await SegmentAsync(own, $"EvGrow{segment:D2}x", messages, RunningIncidents.Room(1).Channel.Id, ct));
        }
        if (await own.OnTimelineAsync(ct) - before is var found && found != Segments * messages) throw new MeasurementException($"{Segments * messages} messages were acknowledged and {found} are on the timeline.");
        return new(Segments * messages, segments, own.Process.MemoryMegabytes, new DirectoryInfo(data).EnumerateFiles().Sum(file => file.Length) / 1e6);
    }

    private async Task<SegmentFigures> SegmentAsync(IngestServer own, string prefix, int messages, string channel, CancellationToken ct)
    {
        var run = await load.RunAsync(own.Process.Address, prefix, messages, Connections, 0, [channel], ct);
        var drained = await own.DrainedAsync(ct);
        return new(run.PerSecond, messages / (messages / run.PerSecond + drained.TotalSeconds));
    }
}
