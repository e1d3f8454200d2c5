using System.Text.Json;
using IncidentBot.Benchmarks.Measured;

namespace IncidentBot.Benchmarks.Reporting;

/// <summary>Everything that was measured. A part that was not is null.</summary>
internal sealed record Report(Machine Machine, bool Quick, string LoadGenerator)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public const double LongestAckMilliseconds = 1000;

    /// <summary>How fast the last tenth of a long incident must be, as a part of the first.</summary>
    public const double GrowthFloor = 0.7;

    public IngestFigures? Ingest { get; init; }

    public GrowthFigures? Growth { get; init; }

    public DraftFigures? Draft { get; init; }

    public StartFigures? Start { get; init; }

    /// <summary>What was held to be the least and was not reached.</summary>
    public IReadOnlyList<string> Missed => [.. MissedByIngest(), .. MissedByGrowth()];

    public Task WriteAsync(string file, CancellationToken ct) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Json), ct);

    private IEnumerable<string> MissedByIngest()
    {
        foreach (var level in Ingest?.Levels ?? [])
        {
            if (level.ToPeer is { } ratio && ratio < level.Floor) yield return FormattableString.Invariant($"{level.Connections} connections: {ratio:F2} times the peer, {level.Floor:F2} is the least");
            if (level.SlowestAckMilliseconds > LongestAckMilliseconds) yield return FormattableString.Invariant($"{level.Connections} connections: an acknowledgement took {level.SlowestAckMilliseconds:F0} ms");
        }
    }

    private IEnumerable<string> MissedByGrowth()
    {
        if (Growth is { } growth && growth.AckedLastToFirst < GrowthFloor) yield return FormattableString.Invariant($"the last messages of a long incident are acknowledged at {growth.AckedLastToFirst:F2} of the first's rate");
        if (Growth is { } grown && grown.ToTimelineLastToFirst < GrowthFloor) yield return FormattableString.Invariant($"the last messages of a long incident reach the timeline at {grown.ToTimelineLastToFirst:F2} of the first's rate");
    }
}
