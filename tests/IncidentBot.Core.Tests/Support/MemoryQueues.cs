using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tests.Support;

/// <summary>Inbox and outbox without a disk. A story never waits: it takes what is there.</summary>
public sealed class MemoryQueues : IInbox, IOutbox
{
    private readonly HashSet<string> _known = [];
    private readonly Queue<Delivery> _inbox = [];
    private readonly List<OutboxRow> _outbox = [];
    private long _lastRow;

    public List<(Delivery Delivery, string Error)> Parked { get; } = [];

    public List<(OutboxRow Row, string Error)> ParkedSayings { get; } = [];

    public MemoryStore? Store { get; set; }

    public Task<bool> AddAsync(Delivery delivery, CancellationToken ct)
    {
        if (!_known.Add(delivery.Id)) return Task.FromResult(false);
        _inbox.Enqueue(delivery);
        return Task.FromResult(true);
    }

    public Task<Lease> NextAsync(int limit, CancellationToken ct)
    {
        var first = _inbox.Dequeue();
        List<Delivery> taken = [first];
        while (taken.Count < limit && _inbox.TryPeek(out var next) && next.OrderKey == first.OrderKey) taken.Add(_inbox.Dequeue());
        return Task.FromResult(new Lease(first.OrderKey, taken));
    }

    public Task ParkAsync(Delivery delivery, string error, CancellationToken ct)
    {
        Parked.Add((delivery, error));
        return Task.CompletedTask;
    }

    public void Release(Lease lease)
    {
    }

    Task<QueueDepth> IInbox.DepthAsync(CancellationToken ct) => Task.FromResult(new QueueDepth(_inbox.Count, Parked.Count));

    public void Enqueue(Saying saying, DateTimeOffset at) => _outbox.Add(new(++_lastRow, saying, at, 0));

    public Task<IReadOnlyList<OutboxRow>> NextAsync(CancellationToken ct) => ((IOutbox)this).NextAsync(int.MaxValue, ct);

    Task<IReadOnlyList<OutboxRow>> IOutbox.NextAsync(int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OutboxRow>>([.. _outbox.DistinctBy(row => row.Saying.OrderKey).Take(limit)]);

    public Task DeliveredAsync(OutboxRow row, string? cardKey, MessageRef? message, CancellationToken ct)
    {
        if (cardKey is not null && message is not null) Store!.Stand(cardKey, message);
        _outbox.RemoveAll(other => other.Id == row.Id);
        return Task.CompletedTask;
    }

    public Task StandsAsync(string cardKey, MessageRef message, CancellationToken ct)
    {
        Store!.Stand(cardKey, message);
        return Task.CompletedTask;
    }

    public Task RetryAsync(OutboxRow row, DateTimeOffset dueAt, string error, CancellationToken ct)
    {
        var index = _outbox.FindIndex(other => other.Id == row.Id);
        _outbox[index] = row with { DueAt = dueAt, Attempts = row.Attempts + 1, TriedSince = row.TriedSince ?? row.DueAt };
        return Task.CompletedTask;
    }

    public Task ParkAsync(OutboxRow row, string error, CancellationToken ct)
    {
        ParkedSayings.Add((row, error));
        _outbox.RemoveAll(other => other.Id == row.Id);
        return Task.CompletedTask;
    }

    public void Release(OutboxRow row)
    {
    }

    Task<QueueDepth> IOutbox.DepthAsync(CancellationToken ct) => Task.FromResult(new QueueDepth(_outbox.Count, ParkedSayings.Count));

    public bool HasDeliveries => _inbox.Count > 0;

    public bool HasSayings => _outbox.Count > 0;
}
