using System.Collections.Concurrent;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>What shall go wrong with the next calls.</summary>
public sealed class ApiFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _next = new();

    /// <summary>Slack cannot be reached: every call ends without an answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>Every call takes this much longer.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>The next calls of a method fail so, each once.</summary>
    public void Next(string method, Fault fault, int times = 1)
    {
        var queue = _next.GetOrAdd(method, _ => new());
        for (var time = 0; time < times; time++) queue.Enqueue(fault);
    }

    /// <summary>Every fault that was asked for has happened.</summary>
    public bool AreSpent => _next.Values.All(queue => queue.IsEmpty);

    internal Fault? Take(string method) => _next.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
