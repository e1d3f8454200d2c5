using System.Collections.Concurrent;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What shall go wrong with the next calls, by operation: <c>send</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>members</c>, <c>member</c>, <c>team</c>, <c>channels</c>, <c>react</c>, <c>token</c>, <c>graph</c>.</summary>
public sealed class ApiFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _next = new();

    /// <summary>Teams cannot be reached: every call ends without an answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>Every call takes this much longer.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>The next calls of an operation fail so, each once.</summary>
    public void Next(string operation, Fault fault, int times = 1)
    {
        var queue = _next.GetOrAdd(operation, _ => new());
        for (var time = 0; time < times; time++) queue.Enqueue(fault);
    }

    /// <summary>Every fault that was asked for has happened.</summary>
    public bool AreSpent => _next.Values.All(queue => queue.IsEmpty);

    internal Fault? Take(string operation) => _next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
