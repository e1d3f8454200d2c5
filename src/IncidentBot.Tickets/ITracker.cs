using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets;

/// <summary>A tracker as the bot uses it. Every verb throws <see cref="ChatException"/> for what the tracker refuses or fails.</summary>
internal interface ITracker
{
    Tracker Kind { get; }

    /// <summary>The ticket of this item that an earlier try opened; null when there is none.</summary>
    /// <param name="since">It is not older.</param>
    Task<TrackedTicket?> FindAsync(OpenTicket errand, DateTimeOffset since, CancellationToken ct);

    Task<TrackedTicket> CreateAsync(OpenTicket errand, CancellationToken ct);

    /// <summary>Writes the comment once and moves the ticket along, unless it stands so already. Returns how it stands then.</summary>
    Task<SeenTicket> MoveAsync(MoveTicket errand, SayingKey key, CancellationToken ct);

    /// <summary>Gives the ticket its item's title, as long as it has the one that it was given from here last.</summary>
    Task RetitleAsync(RetitleTicket errand, CancellationToken ct);

    /// <summary>The tickets that have changed at or after a time, oldest change first; perhaps not all of them.</summary>
    Task<TicketChanges> ChangesAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>The same ticket with who changed it last, as far as the tracker tells.</summary>
    Task<SeenTicket> WithPersonAsync(SeenTicket seen, string key, CancellationToken ct);
}

/// <summary>How a ticket stands in the tracker.</summary>
/// <param name="Reason">The tracker's word for how it was closed other than as done.</param>
/// <param name="By">Who changed it; null when that is not known.</param>
internal sealed record SeenTicket(string Id, ActionItemStatus Stands, string? Reason, DateTimeOffset ChangedAt, string? By = null);

/// <param name="Until">What changed before is among them: where to ask on.</param>
internal sealed record TicketChanges(IReadOnlyList<SeenTicket> Seen, DateTimeOffset Until);
