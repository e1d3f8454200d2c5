using IncidentBot.Core.Bot;
using IncidentBot.Storage.Journal;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>The inbox of the embedded store: a journal in front of the database, so that an acknowledgement waits for one append and nothing else.</summary>
/// <remarks>Which ids are known is answered from memory; an id that was done long ago is accepted again and found to be done when it is committed.</remarks>
internal sealed class LiteDbInbox : IInbox, IDisposable
{
    /// <summary>So many may wait; more are refused, and the platform brings them again. About 60 MB of memory, and none of their bodies.</summary>
    public const int MostWaiting = 200_000;

    /// <summary>Slack wants its acknowledgement within 3 s; a disk that stalls must not hold the request longer.</summary>
    public static readonly TimeSpan AppendWithin = TimeSpan.FromSeconds(2);

    private const int KnownSettled = 50_000;

    private readonly LiteDbDeliveries _deliveries;
    private readonly TimeProvider _time;
    private readonly DeliveryJournal _journal;
    private readonly Lock _lock = new();
    private readonly WaitingDeliveries _waiting = new();
    private readonly Dictionary<string, Task> _appending = [];
    private readonly RecentIds _settled = new(KnownSettled);
    private readonly HashSet<string> _parked = [];
    private readonly SemaphoreSlim _ready = new(0);

    private LiteDbInbox(LiteDbDeliveries deliveries, TimeProvider time, DeliveryJournal journal)
    {
        _deliveries = deliveries;
        _time = time;
        _journal = journal;
    }

    public DeliveryJournal Journal => _journal;

    /// <summary>Opens the journal; every delivery that the database does not know as done or parked waits again.</summary>
    public static async Task<LiteDbInbox> OpenAsync(string directory, LiteDbDeliveries deliveries, TimeProvider time, ILogger log, CancellationToken ct)
    {
        var found = new List<(string Id, string OrderKey, JournalPlace Place)>();
        var journal = new DeliveryJournal(directory, time, log, (place, delivery) => found.Add((delivery.Id, delivery.OrderKey, place)));
        var inbox = new LiteDbInbox(deliveries, time, journal);
        inbox._parked.UnionWith(await deliveries.ParkedAsync(ct));
        // One that is not known as done here though it is (the clock was set back) is found to be when it is committed.
        var isDone = journal.Since is { } since ? await deliveries.DoneSinceAsync(since, ct) : _ => false;
        foreach (var (id, orderKey, place) in found) inbox.Replay(id, orderKey, place, settled: inbox._parked.Contains(id) || isDone(id));
        journal.RetireSettled();
        return inbox;
    }

    public async Task<bool> AddAsync(Delivery delivery, CancellationToken ct)
    {
        delivery = delivery with { Id = WellFormed.Of(delivery.Id), OrderKey = WellFormed.Of(delivery.OrderKey), Body = WellFormed.Of(delivery.Body) };
        var frame = JournalFrame.Of(delivery);
        var appended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? other;
        lock (_lock)
        {
            if (_waiting.Contains(delivery.Id) || _settled.Contains(delivery.Id) || _parked.Contains(delivery.Id)) return false;
            if (!_appending.TryGetValue(delivery.Id, out other))
            {
                if (_waiting.Count + _appending.Count >= MostWaiting) throw new StoreUnavailableException($"{MostWaiting} deliveries wait already; try again.");
                Append(delivery.Id, delivery.OrderKey, frame, appended);
                _appending[delivery.Id] = appended.Task;
            }
        }
        await WithinTimeAsync(other ?? appended.Task, ct);
        return other is null;
    }

    public async Task<Lease> NextAsync(int limit, CancellationToken ct)
    {
        while (true)
        {
            await _ready.WaitAsync(ct);
            (string OrderKey, IReadOnlyList<WaitingDelivery> Deliveries)? leased;
            lock (_lock) leased = _waiting.Lease(limit);
            if (leased is { } line && await ReadAsync(line.OrderKey, line.Deliveries, ct) is { Deliveries.Count: > 0 } lease) return lease;
        }
    }

    public Task ParkAsync(Delivery delivery, string error, CancellationToken ct) => _deliveries.ParkAsync(delivery, error, _time.GetUtcNow(), () =>
    {
        lock (_lock) _parked.Add(delivery.Id);
        Settle([delivery.Id]);
    }, ct);

    public void Release(Lease lease)
    {
        lock (_lock)
            if (!_waiting.Release(lease.OrderKey)) return;
        _ready.Release();
    }

    public Task<QueueDepth> DepthAsync(CancellationToken ct)
    {
        lock (_lock) return Task.FromResult(new QueueDepth(_waiting.Count, _parked.Count));
    }

    /// <summary>These need no more work, durably.</summary>
    public void Settle(IReadOnlyList<string> ids)
    {
        var places = new List<JournalPlace>(ids.Count);
        lock (_lock)
        {
            foreach (var id in ids)
            {
                _settled.Add(id);
                if (_waiting.Remove(id) is { } waiting) places.Add(waiting.Place);
            }
        }
        foreach (var place in places) _journal.Settle(place);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _ready.Dispose();
    }

    // Not given the delivery: while the disk stalls, what waits for it is held as its frame only.
    private void Append(string id, string orderKey, byte[] frame, TaskCompletionSource appended)
    {
        _journal.Append(new(frame,
            place =>
            {
                bool ready;
                lock (_lock)
                {
                    _appending.Remove(id);
                    ready = _waiting.Add(id, orderKey, place);
                }
                if (ready) _ready.Release();
                appended.SetResult();
            },
            failure =>
            {
                lock (_lock) _appending.Remove(id);
                appended.SetException(failure);
            }));
    }

    private async Task WithinTimeAsync(Task appended, CancellationToken ct)
    {
        try
        {
            await appended.WaitAsync(AppendWithin, _time, ct);
        }
        catch (TimeoutException slow)
        {
            throw new StoreUnavailableException("The disk did not take it in time; try again.", slow);
        }
    }

    private async Task<Lease> ReadAsync(string orderKey, IReadOnlyList<WaitingDelivery> waiting, CancellationToken ct)
    {
        var deliveries = new List<Delivery>(waiting.Count);
        var lease = new Lease(orderKey, deliveries);
        try
        {
            foreach (var one in waiting)
            {
                try
                {
                    deliveries.Add(_journal.Read(one.Place));
                }
                catch (InvalidDataException damaged)
                {
                    await ParkAsync(new(one.Id, "unknown", orderKey, "", _time.GetUtcNow()), damaged.Message, ct);
                }
            }
        }
        catch (Exception failure)
        {
            Release(lease);
            if (failure is IOException or ObjectDisposedException) throw new StoreUnavailableException($"The journal cannot be read now: {failure.Message}", failure);
            throw;
        }
        if (deliveries.Count == 0) Release(lease);
        return lease;
    }

    private void Replay(string id, string orderKey, JournalPlace place, bool settled)
    {
        if (settled || _waiting.Contains(id))
        {
            if (settled) _settled.Add(id);
            _journal.Settle(place);
        }
        else if (_waiting.Add(id, orderKey, place))
        {
            _ready.Release();
        }
    }
}
