using IncidentBot.Benchmarks.Load;
using IncidentBot.Benchmarks.Servers;

namespace IncidentBot.Benchmarks.Measured;

/// <summary>How fast messages are acknowledged durably and reach the timeline, side by side with the peer.</summary>
internal sealed class Ingest(Options options, ILoad load, Action<string> tell)
{
    private static readonly TimeSpan AppendsFor = TimeSpan.FromSeconds(1);

    private int _runs;
    private int _acked;

    public async Task<IngestFigures> MeasureAsync(CancellationToken ct)
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Data, "ingest")).FullName;
        await using var own = await IngestServer.StartAsync(data, ct);
        await using var peer = options.Peer is { } folder ? await BoltPeer.StartAsync(folder, data, ct) : null;
        var idle = new MemoryFigures(own.Process.MemoryMegabytes, peer?.MemoryMegabytes);
        tell("warming up");
        await OwnAsync(own, options.Quick ? 4000 : 20_000, 16, ct);
        if (peer is not null) await PeerAsync(peer, 2000, 16, ct);
        var levels = new List<LevelFigures>();
        foreach (var connections in (int[])[1, 16, 64]) levels.Add(await LevelAsync(connections, data, own, peer, ct));
        var after = new MemoryFigures(own.Process.MemoryMegabytes, peer?.MemoryMegabytes); // before the count, which reads everything
        if (await own.OnTimelineAsync(ct) is var found && found != _acked) throw new MeasurementException($"{_acked} messages were acknowledged and {found} are on the timeline.");
        return new(levels, _acked, idle, after);
    }

    private async Task<LevelFigures> LevelAsync(int connections, string data, IngestServer own, ServerProcess? peer, CancellationToken ct)
    {
        var pairs = new List<PairFigures>();
        var messages = (connections == 1 ? 4000 : 20_000) / (options.Quick ? 4 : 1);
        for (var pair = 0; pair < (options.Quick ? 3 : 5); pair++)
        {
            tell($"{connections} connections, pair {pair + 1}");
            var appends = SyncedAppends.PerSecond(data, AppendsFor);
            // A B B A: what the machine does meanwhile falls on both alike.
            var peerFirst = peer is not null && pair % 2 == 1 ? await PeerAsync(peer, messages, connections, ct) : null;
            var ours = await OwnAsync(own, messages, connections, ct);
            pairs.Add(new(ours, peerFirst ?? (peer is null ? null : await PeerAsync(peer, messages, connections, ct)), appends));
        }
        return new(connections, pairs);
    }

    private async Task<OwnRun> OwnAsync(IngestServer own, int messages, int connections, CancellationToken ct)
    {
        var processor = own.Process.ProcessorTime;
        var run = await load.RunAsync(own.Process.Address, NextPrefix(), messages, connections, WarmUp(messages), [], ct);
        var drained = await own.DrainedAsync(ct);
        _acked += run.Acked;
        // The load's own time tells how long its messages took; what was left over then drained.
        return new(run, drained, messages / (messages / run.PerSecond + drained.TotalSeconds), (own.Process.ProcessorTime - processor).TotalMilliseconds / run.Acked);
    }

    private async Task<PeerRun> PeerAsync(ServerProcess peer, int messages, int connections, CancellationToken ct)
    {
        var processor = peer.ProcessorTime;
        var run = await load.RunAsync(peer.Address, NextPrefix(), messages, connections, WarmUp(messages), [], ct);
        return new(run, (peer.ProcessorTime - processor).TotalMilliseconds / run.Acked);
    }

    private static int WarmUp(int messages) => messages / 20;

    private string NextPrefix() => $"Ev{++_runs:D4}x";
}
