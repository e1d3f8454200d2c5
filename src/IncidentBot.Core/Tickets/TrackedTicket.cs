using IncidentBot.Core.ActionItems;

namespace IncidentBot.Core.Tickets;

/// <summary>The ticket that the bot opened for an item, and what both sides know of each other.</summary>
/// <param name="Id">The tracker's own id, which stays when the ticket is moved.</param>
/// <param name="Key">As people write it: <c>acme/shop#12</c>, <c>OPS-7</c>.</param>
public sealed record TrackedTicket(Tracker Tracker, string Id, string Key, string Url)
{
    /// <summary>How the ticket stood when it was last seen. Only a change of it changes the item: what comes back of our own doing changes nothing.</summary>
    public ActionItemStatus Stands { get; init; } = ActionItemStatus.Open;

    /// <summary>When it was changed last, by the tracker's clock. What is older came late or is repeated.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What the tracker was told last of the item.</summary>
    public ActionItemStatus Told { get; init; } = ActionItemStatus.Open;

    /// <summary>How many errands are still on their way to it. Until they are done, the item stands as people here said.</summary>
    public int Pending { get; init; }
}

/// <summary>A ticket was asked for and is not open yet.</summary>
/// <param name="FirstAt">Since when one may have been opened without our knowing.</param>
/// <param name="Waiting">False: it could not be opened; it can be asked for again.</param>
public sealed record TicketRequest(DateTimeOffset FirstAt, bool Waiting);
