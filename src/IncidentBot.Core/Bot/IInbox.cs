namespace IncidentBot.Core.Bot;

/// <summary>One delivery of a platform: stored durably before it is acknowledged, then translated and worked on.</summary>
/// <param name="Id">Unique and the same on a redelivery, e.g. <c>slack:Ev0123</c>.</param>
/// <param name="Adapter">Who can translate the body: <c>web</c>, <c>slack</c>, <c>teams</c>.</param>
/// <param name="OrderKey">Deliveries of one order key (a channel) are worked on one after another, as they came.</param>
/// <param name="Body">As it came.</param>
public sealed record Delivery(string Id, string Adapter, string OrderKey, string Body, DateTimeOffset ReceivedAt);

/// <summary>Deliveries that wait to be worked on. Safe to call from many threads.</summary>
public interface IInbox
{
    /// <summary>Stores a delivery; when it returns, a crash cannot lose it. False when its id is known already.</summary>
    /// <exception cref="StoreUnavailableException">It was not stored: do not acknowledge, answer "try again".</exception>
    Task<bool> AddAsync(Delivery delivery, CancellationToken ct);

    /// <summary>Waits for deliveries of a channel that nobody works on and leases them, oldest first, at most <paramref name="limit"/> of one order key.</summary>
    Task<Lease> NextAsync(int limit, CancellationToken ct);

    /// <summary>Puts a delivery aside that failed again and again, with its error. It stays on record and no longer blocks its channel.</summary>
    Task ParkAsync(Delivery delivery, string error, CancellationToken ct);

    /// <summary>The lease's channel may be worked on again; deliveries of the lease that no commit has settled and nobody parked come again.</summary>
    void Release(Lease lease);

    Task<QueueDepth> DepthAsync(CancellationToken ct);
}

/// <summary>Deliveries of one order key that only the holder works on.</summary>
public sealed record Lease(string OrderKey, IReadOnlyList<Delivery> Deliveries);

/// <param name="Depth">Waiting or being worked on.</param>
/// <param name="Parked">Put aside after repeated failure.</param>
public sealed record QueueDepth(int Depth, int Parked);

/// <summary>The store cannot write now, e.g. because the disk is full. It heals by itself once there is room.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
