using IncidentBot.Core.Bot;

namespace IncidentBot.Tests.Slack.Intake;

/// <summary>Keeps what is stored, once an id; nobody works on it.</summary>
internal sealed class RecordingInbox : IInbox
{
    public List<Delivery> Stored { get; } = [];

    public bool IsFull { get; set; }

    public Task<bool> AddAsync(Delivery delivery, CancellationToken ct)
    {
        if (IsFull) throw new StoreUnavailableException("the disk is full");
        var isNew = Stored.TrueForAll(known => known.Id != delivery.Id);
        if (isNew) Stored.Add(delivery);
        return Task.FromResult(isNew);
    }

    public Task<Lease> NextAsync(int limit, CancellationToken ct) => throw new NotSupportedException();

    public Task ParkAsync(Delivery delivery, string error, CancellationToken ct) => throw new NotSupportedException();

    public void Release(Lease lease) => throw new NotSupportedException();

    public Task<QueueDepth> DepthAsync(CancellationToken ct) => throw new NotSupportedException();
}
