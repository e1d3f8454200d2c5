using System.Collections.Concurrent;

namespace IncidentBot.Tests.Storage;

/// <summary>One thread on which everything runs that is given to its scheduler: as a UI or a Blazor circuit does it, or as a scheduler of somebody's own.</summary>
public sealed class PumpThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    private PumpThread(Func<PumpThread, TaskScheduler> scheduler)
    {
        var ready = new TaskCompletionSource<TaskScheduler>();
        _thread = new(() =>
        {
            ready.SetResult(scheduler(this));
            foreach (var work in _work.GetConsumingEnumerable()) work();
        })
        { IsBackground = true };
        _thread.Start();
        Scheduler = ready.Task.GetAwaiter().GetResult();
    }

    public TaskScheduler Scheduler { get; }

    public static PumpThread WithSynchronizationContext() => new(pump =>
    {
        SynchronizationContext.SetSynchronizationContext(new Context(pump));
        return TaskScheduler.FromCurrentSynchronizationContext();
    });

    public static PumpThread WithTaskScheduler() => new(pump => new OwnScheduler(pump));

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private sealed class Context(PumpThread pump) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => pump._work.Add(() => callback(state));

        public override SynchronizationContext CreateCopy() => this;
    }

    private sealed class OwnScheduler(PumpThread pump) : TaskScheduler
    {
        public override int MaximumConcurrencyLevel => 1;

        protected override void QueueTask(Task task) => pump._work.Add(() => TryExecuteTask(task));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
