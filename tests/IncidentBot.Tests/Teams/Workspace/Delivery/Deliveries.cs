using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>Tells the bot: an activity again and again until it is taken or the tries are used up, an invoke once.</summary>
public sealed class Deliveries(WorkspaceOptions options)
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();
    private readonly Random _random = new(7);

    /// <summary>Where the bot is; null: nobody listens, and nobody wants to know.</summary>
    public BotEndpoint? Bot { get; set; }

    /// <summary>Activities that the bot never took; Teams forgets them too.</summary>
    public ConcurrentQueue<JsonObject> Lost { get; } = new();

    /// <summary>How often an activity was sent again.</summary>
    public int Redelivered => _redelivered;

    private int _redelivered;

    /// <summary>Each activity is sent twice.</summary>
    public bool Twice { get; set; }

    /// <summary>Each activity is held back for a random time up to this: there is no order.</summary>
    public TimeSpan Disorder { get; set; }

    /// <summary>Everything sent so far is taken or lost.</summary>
    public bool IsQuiet => _underWay.IsEmpty;

    public void Post(JsonObject activity)
    {
        for (var copy = 0; copy < (Twice ? 2 : 1); copy++)
        {
            var delivery = DeliverAsync(activity, Disorder * _random.NextDouble());
            if (delivery.IsCompleted) continue;
            _underWay[delivery] = 0;
            _ = delivery.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    /// <summary>For what a person waits for: a press, a dialog.</summary>
    public Task<BotAnswer> AskAsync(JsonObject invoke) => Bot?.PostAsync(invoke) ?? Task.FromResult(new BotAnswer(null));

    private async Task DeliverAsync(JsonObject activity, TimeSpan wait)
    {
        await Task.Yield();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System);
        if (Bot is null) return;
        for (var attempt = 0; attempt <= options.RetryAfter.Count; attempt++)
        {
            if (attempt > 0)
            {
                await Task.Delay(options.RetryAfter[attempt - 1], TimeProvider.System);
                Interlocked.Increment(ref _redelivered);
            }
            if ((await Bot.PostAsync(activity)).Acked) return;
        }
        Lost.Enqueue(activity);
    }
}
