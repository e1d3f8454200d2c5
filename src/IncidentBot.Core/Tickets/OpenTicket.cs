using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tickets;

/// <summary>Open a ticket for an action item; answered by <see cref="TicketOpened"/> or <see cref="TicketNotOpened"/>. Repeating it opens no second one.</summary>
/// <param name="Place">Where it was asked for.</param>
/// <param name="FirstAt">When a ticket for this item was first asked for: one that an earlier errand opened is not older.</param>
/// <param name="Asked">Somebody asked for it and waits to hear of it.</param>
public sealed record OpenTicket(ActionItemId Item, Tracker Tracker, TicketText Text, Place Place, Person By, DateTimeOffset FirstAt, bool Asked) : Errand(Item.Workspace)
{
    /// <summary>It was asked for before and could not be opened, as far as is known.</summary>
    public bool Again { get; init; }

    public override string OrderKey => $"ticket:{Item.Key}";

    public override ChatEvent NotDone(DateTimeOffset at, string why) => new TicketNotOpened(at, By, Place, Item, Tracker, why);
}

/// <summary>Give a ticket the title that its item has by now, unless somebody has given it another one in the tracker. Repeating it changes nothing. Nothing answers it but <see cref="TicketNotRetitled"/>.</summary>
/// <param name="Was">The title that it had from here.</param>
public sealed record RetitleTicket(ActionItemId Item, TrackedTicket Ticket, string Title, string Was, Place Place, Person By) : Errand(Item.Workspace)
{
    public override string OrderKey => $"ticket:{Item.Key}";

    public override ChatEvent NotDone(DateTimeOffset at, string why) => new TicketNotRetitled(at, By, Place, Item, Ticket, why);
}

/// <summary>Tell a ticket that its item was done, dropped or opened again, and move it along; answered by <see cref="TicketMoved"/> or <see cref="TicketNotMoved"/>.</summary>
/// <param name="Comment">What is written under it, once.</param>
public sealed record MoveTicket(ActionItemId Item, TrackedTicket Ticket, ActionItemStatus To, string Comment, Place Place, Person By) : Errand(Item.Workspace)
{
    public override string OrderKey => $"ticket:{Item.Key}";

    public override ChatEvent NotDone(DateTimeOffset at, string why) => new TicketNotMoved(at, By, Place, Item, Ticket, why);
}
