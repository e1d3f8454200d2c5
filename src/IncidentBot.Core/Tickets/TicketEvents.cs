using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tickets;

/// <summary>The ticket that the bot asked for with <see cref="OpenTicket"/> is open.</summary>
public sealed record TicketOpened(DateTimeOffset At, Person By, Place Place, ActionItemId Item, TrackedTicket Ticket, bool Asked) : ChatEvent(At, By, Place);

/// <summary>The ticket that the bot asked for will not be opened.</summary>
/// <param name="Why">The tracker's reason, with what to do.</param>
public sealed record TicketNotOpened(DateTimeOffset At, Person By, Place Place, ActionItemId Item, Tracker Tracker, string Why) : ChatEvent(At, By, Place);

/// <summary>The ticket was told of its item by <see cref="MoveTicket"/>, and stands so now.</summary>
/// <param name="Stands">Not always as wished: a Jira workflow may leave the move to people.</param>
/// <param name="ChangedAt">By the tracker's clock.</param>
public sealed record TicketMoved(DateTimeOffset At, Person By, Place Place, ActionItemId Item, ActionItemStatus Stands, DateTimeOffset ChangedAt) : ChatEvent(At, By, Place);

/// <summary>The ticket could not be told of its item.</summary>
public sealed record TicketNotMoved(DateTimeOffset At, Person By, Place Place, ActionItemId Item, TrackedTicket Ticket, string Why) : ChatEvent(At, By, Place);

/// <summary>The ticket could not be given the title that its item has by now.</summary>
public sealed record TicketNotRetitled(DateTimeOffset At, Person By, Place Place, ActionItemId Item, TrackedTicket Ticket, string Why) : ChatEvent(At, By, Place);

/// <summary>The tracker tells how a ticket stands, by webhook or because it was asked. <c>By</c> is who changed it, as the tracker names them.</summary>
/// <param name="Reason">The tracker's word for how it was closed, where it has one.</param>
public sealed record TicketChanged(DateTimeOffset At, Person By, Place Place, ActionItemId Item, string TicketId, ActionItemStatus Stands, string? Reason) : ChatEvent(At, By, Place);
