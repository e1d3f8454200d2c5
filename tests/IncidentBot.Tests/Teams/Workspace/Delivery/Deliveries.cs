using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>Tells the bot: an activity again and again until it is taken or the tries are used up, an invoke once.</summary>
public sealed class Deliveries(WorkspaceOptions options)
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();
    private readonly Dictionary<string, Task> _lastTried = [];
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

    /// <summary>Each activity is held back for a random time up to this: there is no order. Else one of a conversation is sent when the one before has been answered.</summary>
    public TimeSpan Disorder { get; set; }

    /// <summary>Everything sent so far is taken or lost.</summary>
    public bool IsQuiet => _underWay.IsEmpty;

    public void Post(JsonObject activity)
    {
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Disorder > TimeSpan.Zero ? Task.CompletedTask : Before(activity, tried.Task);
        for (var copy = 0; copy < (Twice ? 2 : 1); copy++)
        {
            var delivery = DeliverAsync(activity, before, Disorder * _random.NextDouble(), tried);
            if (delivery.IsCompleted) continue;
            _underWay[delivery] = 0;
            _ = delivery.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    /// <summary>For what a person waits for: a press, a dialog.</summary>
    public Task<BotAnswer> AskAsync(JsonObject invoke) => Bot?.PostAsync(invoke) ?? Task.FromResult(new BotAnswer(null));

    private Task Before(JsonObject activity, Task tried)
    {
        var conversation = activity["conversation"]?["id"]?.GetValue<string>() ?? "";
        lock (_lastTried)
        {
            var before = _lastTried.GetValueOrDefault(conversation, Task.CompletedTask);
            _lastTried[conversation] = tried;
            return before;
        }
    }

    private async Task DeliverAsync(JsonObject activity, Task before, TimeSpan wait, TaskCompletionSource tried)
    {
        await Task.Yield();
        await before;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System);
        var taken = await TryAsync(activity);
        tried.TrySetResult();
        for (var again = 0; !taken && again < options.RetryAfter.Count; again++)
        {
            await Task.Delay(options.RetryAfter[again], TimeProvider.System);
            Interlocked.Increment(ref _redelivered);
            taken = await TryAsync(activity);
        }
        if (!taken) Lost.Enqueue(activity);
    }

    private async Task<bool> TryAsync(JsonObject activity) => Bot is not { } bot || (await bot.PostAsync(activity)).Acked;
}
