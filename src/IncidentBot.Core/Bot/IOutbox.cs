using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>Sayings that wait to be delivered. Filled by commits.</summary>
public interface IOutbox
{
    /// <summary>Waits for sayings that are due and leases the first of each order key, so that order is kept.</summary>
    Task<IReadOnlyList<OutboxRow>> NextAsync(int limit, CancellationToken ct);

    /// <summary>It was delivered. When it has a card key, the message is the one that stands for it from now on.</summary>
    Task DeliveredAsync(OutboxRow row, string? cardKey, MessageRef? message, CancellationToken ct);

    /// <summary>From now on this message stands for the card, before any row is settled: what is told of it next may say the card again.</summary>
    Task StandsAsync(string cardKey, MessageRef message, CancellationToken ct);

    /// <summary>It failed and is to be tried again at a time; later sayings of its order key wait.</summary>
    Task RetryAsync(OutboxRow row, DateTimeOffset dueAt, string error, CancellationToken ct);

    /// <summary>It cannot be delivered; put aside with its error so that the next one goes on.</summary>
    Task ParkAsync(OutboxRow row, string error, CancellationToken ct);

    /// <summary>Ends the lease of a row without an outcome, e.g. because the store could not write it down: it comes again.</summary>
    /// <remarks>Does nothing for a row that was delivered, put off or put aside.</remarks>
    void Release(OutboxRow row);

    Task<QueueDepth> DepthAsync(CancellationToken ct);
}

/// <param name="Id">Grows in the order of decisions; unique.</param>
/// <param name="Attempts">How often it was tried and failed.</param>
public sealed record OutboxRow(long Id, Saying Saying, DateTimeOffset DueAt, int Attempts)
{
    /// <summary>When it was decided, once an earlier try may have arrived without our knowing: after a failed try, and after a start. Null: never tried.</summary>
    public DateTimeOffset? TriedSince { get; init; }

    public SayingKey Key => new($"out:{Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}", TriedSince);
}
