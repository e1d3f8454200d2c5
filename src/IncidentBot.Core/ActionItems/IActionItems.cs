using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Core.ActionItems;

public interface IActionItems
{
    Task<ActionItem?> FindAsync(ActionItemId id, CancellationToken ct);

    /// <summary>All items of an incident, by number.</summary>
    Task<IReadOnlyList<ActionItem>> OfIncidentAsync(IncidentId incident, CancellationToken ct);

    /// <summary>The item that this reply of a review thread gave.</summary>
    Task<ActionItem?> FromMessageAsync(MessageRef source, CancellationToken ct);

    /// <summary>The items that were ever given this ticket; several only where the tracker's ids began anew. Some may have another ticket by now.</summary>
    /// <param name="id">As in <see cref="TrackedTicket.Id"/>.</param>
    Task<IReadOnlyList<ActionItem>> OfTicketAsync(Tracker tracker, string id, CancellationToken ct);

    /// <summary>Open items, by number; of every workspace when none is named.</summary>
    Task<IReadOnlyList<ActionItem>> OpenAsync(string? workspace, CancellationToken ct);

    /// <summary>All items of a workspace, closed ones too, newest first.</summary>
    Task<IReadOnlyList<ActionItem>> ListAsync(string workspace, int limit, CancellationToken ct);
}
