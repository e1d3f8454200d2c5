using System.Collections.Concurrent;
using System.Globalization;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>How long acknowledgements took. One that is late is a violation.</summary>
public sealed class AckClock(WorkspaceState state, TimeSpan within)
{
    private readonly ConcurrentQueue<TimeSpan> _taken = new();

    public TimeSpan Within => within;

    public int Count => _taken.Count;

    public TimeSpan Slowest => _taken.IsEmpty ? TimeSpan.Zero : _taken.Max();

    public TimeSpan Median => _taken.Order().ElementAtOrDefault(_taken.Count / 2);

    public void Took(TimeSpan time, Envelope envelope)
    {
        _taken.Enqueue(time);
        if (time > within) Late(envelope, string.Create(CultureInfo.InvariantCulture, $"after {time.TotalSeconds:F1} s"));
    }

    public void Late(Envelope envelope, string how) => state.Violations.Enqueue($"{envelope.Name} was acknowledged {how}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} acknowledgements, median {Median.TotalMilliseconds:F1} ms, slowest {Slowest.TotalMilliseconds:F0} ms");
}
