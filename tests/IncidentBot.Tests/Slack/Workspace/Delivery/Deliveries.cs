using System.Collections.Concurrent;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>Tells the app: events again and again until they are acknowledged or the tries are used up, all else once.</summary>
public sealed class Deliveries(WorkspaceOptions options)
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();
    private readonly Random _random = new(7);

    public IWayIn? Way { get; set; }

    /// <summary>Events that the app never acknowledged; Slack forgets them too.</summary>
    public ConcurrentQueue<Envelope> Lost { get; } = new();

    /// <summary>Each event is sent twice.</summary>
    public bool Twice { get; set; }

    /// <summary>Each event is held back for a random time up to this: there is no order.</summary>
    public TimeSpan Disorder { get; set; }

    /// <summary>Everything sent so far is acknowledged or lost.</summary>
    public bool IsQuiet => _underWay.IsEmpty;

    public void Post(Envelope envelope)
    {
        for (var copy = 0; copy < (Twice ? 2 : 1); copy++)
        {
            var wait = Disorder * _random.NextDouble();
            var delivery = DeliverAsync(envelope, wait);
            if (delivery.IsCompleted) continue;
            _underWay[delivery] = 0;
            _ = delivery.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    /// <summary>For what a person waits for: a command, a press.</summary>
    public Task<Answer> AskAsync(Envelope envelope) => Way is { } way ? way.SendAsync(envelope, 0, "") : Task.FromResult(new Answer(false, Reason: "dispatch_failed"));

    private async Task DeliverAsync(Envelope envelope, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System);
        if (Way is not { } way) return; // the app does not listen yet, and nobody wants to know
        var reason = "";
        for (var attempt = 0; attempt <= options.RetryAfter.Count; attempt++)
        {
            if (attempt > 0) await Task.Delay(options.RetryAfter[attempt - 1], TimeProvider.System);
            var answer = await way.SendAsync(envelope, attempt, reason);
            if (answer.Acked) return;
            reason = answer.Reason;
        }
        Lost.Enqueue(envelope);
    }
}
