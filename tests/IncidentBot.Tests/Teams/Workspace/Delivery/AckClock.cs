using System.Collections.Concurrent;
using System.Globalization;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>How long acknowledgements took.</summary>
public sealed class AckClock
{
    private readonly ConcurrentQueue<TimeSpan> _taken = new();

    public int Count => _taken.Count;

    public TimeSpan Slowest => _taken.IsEmpty ? TimeSpan.Zero : _taken.Max();

    public TimeSpan Median => _taken.Order().ElementAtOrDefault(_taken.Count / 2);

    public void Took(TimeSpan time) => _taken.Enqueue(time);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} acknowledgements, median {Median.TotalMilliseconds:F1} ms, slowest {Slowest.TotalMilliseconds:F0} ms");
}
