using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>The store: one way to write, and the capabilities' read ports.</summary>
public interface IStore
{
    IIncidents Incidents { get; }

    ITimeline Timeline { get; }

    IPostmortems Postmortems { get; }

    IPostmortemVersions PostmortemVersions { get; }

    IActionItems ActionItems { get; }

    ILuckyBreaks LuckyBreaks { get; }

    IReflections Reflections { get; }

    IErrorBudgets ErrorBudgets { get; }

    IAlerts Alerts { get; }

    ICards Cards { get; }

    IRoomHistories RoomHistories { get; }

    /// <summary>The counter of this name; value 0, version 0 when none was ever saved.</summary>
    Task<Counter> CounterAsync(string name, CancellationToken ct);

    /// <summary>Whether a once-key is known already.</summary>
    Task<bool> HappenedAsync(string onceKey, CancellationToken ct);

    /// <summary>Writes everything or nothing, durably: when it returns <see cref="CommitResult.Done"/> a crash cannot undo it.</summary>
    Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct);
}

/// <summary>A decision together with the deliveries that it settles.</summary>
/// <param name="Deliveries">Marked done in the same transaction. A delivery that is done already makes the whole commit void.</param>
/// <param name="At">When it was decided; when outbox rows become due.</param>
public sealed record Commit(Decision Decision, IReadOnlyList<Delivery> Deliveries, DateTimeOffset At);

public enum CommitResult
{
    Done,

    /// <summary>Something that was read has been changed since: read and decide again.</summary>
    Conflict,

    /// <summary>A delivery or a once-key is known already: nothing was written, nothing is left to do.</summary>
    AlreadyDone,
}

/// <summary>Which message stands for which card key.</summary>
public interface ICards
{
    Task<MessageRef?> MessageAsync(string key, CancellationToken ct);

    /// <summary>The key of the card that this message is; null for messages of people and for cards without a key.</summary>
    Task<string?> KeyAsync(MessageRef message, CancellationToken ct);
}
