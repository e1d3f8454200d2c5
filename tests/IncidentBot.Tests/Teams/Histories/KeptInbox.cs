using System.Collections.Concurrent;
using IncidentBot.Core.Bot;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>An inbox that nobody works on.</summary>
internal sealed class KeptInbox : IInbox
{
    private readonly ConcurrentDictionary<string, Delivery> _deliveries = [];

    public ICollection<Delivery> Deliveries => _deliveries.Values;

    public Task<bool> AddAsync(Delivery delivery, CancellationToken ct) => Task.FromResult(_deliveries.TryAdd(delivery.Id, delivery));

    public Task<Lease> NextAsync(int limit, CancellationToken ct) => throw new NotSupportedException();

    public Task ParkAsync(Delivery delivery, string error, CancellationToken ct) => throw new NotSupportedException();

    public void Release(Lease lease) => throw new NotSupportedException();

    public Task<QueueDepth> DepthAsync(CancellationToken ct) => Task.FromResult(new QueueDepth(_deliveries.Count, 0));
}
