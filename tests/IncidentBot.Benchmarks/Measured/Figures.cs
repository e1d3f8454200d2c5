using IncidentBot.Benchmarks.Load;

namespace IncidentBot.Benchmarks.Measured;

/// <param name="Drained">From the last acknowledgement until everything stood on the timeline.</param>
/// <param name="ToTimelinePerSecond">Messages a second from the first request until everything stood on the timeline.</param>
/// <param name="ProcessorMilliseconds">Processor time of the server for one message, the way to the timeline included.</param>
internal sealed record OwnRun(LoadRun Load, TimeSpan Drained, double ToTimelinePerSecond, double ProcessorMilliseconds);

internal sealed record PeerRun(LoadRun Load, double ProcessorMilliseconds);

/// <summary>Runs of the same minute.</summary>
/// <param name="AppendsPerSecond">Synced appends by a single writer.</param>
internal sealed record PairFigures(OwnRun Own, PeerRun? Peer, double AppendsPerSecond)
{
    public double? ToPeer => Peer is { } peer ? Own.Load.PerSecond / peer.Load.PerSecond : null;

    public double ToAppends => Own.Load.PerSecond / AppendsPerSecond;
}

internal sealed record LevelFigures(int Connections, IReadOnlyList<PairFigures> Pairs)
{
    /// <summary>What must be reached, as a ratio to the peer.</summary>
    public double Floor => Connections switch { 1 => 0.25, 16 => 1, _ => 2 };

    /// <summary>What we want to reach; null: nothing beyond the floor.</summary>
    public double? Aim => Connections switch { 1 => null, 16 => 2.5, _ => 3.5 };

    public double? ToPeer => Pairs.All(pair => pair.ToPeer is not null) ? Median.Of(Pairs.Select(pair => pair.ToPeer!.Value)) : null;

    public double SlowestAckMilliseconds => Pairs.Max(pair => pair.Own.Load.Max);
}

internal sealed record MemoryFigures(double OwnMegabytes, double? PeerMegabytes);

/// <param name="Acked">Messages acknowledged, each found on the timeline.</param>
internal sealed record IngestFigures(IReadOnlyList<LevelFigures> Levels, int Acked, MemoryFigures Idle, MemoryFigures AfterLoad);

/// <summary>A tenth of one incident's many messages.</summary>
internal sealed record SegmentFigures(double AckedPerSecond, double ToTimelinePerSecond);

internal sealed record GrowthFigures(int Messages, IReadOnlyList<SegmentFigures> Segments, double MemoryMegabytes, double DataMegabytes)
{
    public double AckedLastToFirst => Segments[^1].AckedPerSecond / Segments[0].AckedPerSecond;

    public double ToTimelineLastToFirst => Segments[^1].ToTimelinePerSecond / Segments[0].ToTimelinePerSecond;
}

/// <summary>From the start of the process to its first answer.</summary>
/// <param name="PeerMilliseconds">Empty without the peer.</param>
internal sealed record StartFigures(IReadOnlyList<double> Milliseconds, IReadOnlyList<double> PeerMilliseconds, double IdleMegabytes)
{
    public double? ToPeer => PeerMilliseconds.Count > 0 ? Median.Of(Milliseconds.Zip(PeerMilliseconds, (own, peer) => own / peer)) : null;
}

/// <param name="FileMegabytes">Of the Markdown file, in which every message stands.</param>
internal sealed record DraftFigures(int Messages, IReadOnlyList<double> Milliseconds, double FileMegabytes);
