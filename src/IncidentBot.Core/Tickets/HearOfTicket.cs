using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Tickets;

/// <summary>What became of an errand to the tracker.</summary>
public static class HearOfTicket
{
    public static Decision Decide(TicketOpened opened, Situation now)
    {
        if (now is not { ActionItem: { } item, Incident: { } incident }) return Decision.Nothing;
        var settled = item with { TicketRequest = null };
        if (item.Ticket is not null) return new Decision { Save = [settled] }.And(FollowTicket.InRoom(incident, TicketCards.OpenedBeside(item, opened.Ticket)));
        var ticketed = settled with { Ticket = opened.Ticket.Url, Tracked = opened.Ticket };
        var changed = ChangedItem.Of(ticketed, incident, opened, TicketCards.OpenedEntry(item, opened.Ticket));
        return opened.Asked ? changed.And(new() { Say = [ChangedItem.Privately(opened, TicketCards.OpenedTold(item, opened.Ticket))] }) : changed;
    }

    /// <summary>It can be asked for again; one that was opened without our knowing is looked for then.</summary>
    public static Decision Decide(TicketNotOpened refused, Situation now)
    {
        if (now is not { ActionItem: { TicketRequest: { } request } item, Incident: { } incident }) return Decision.Nothing;
        var again = item with { TicketRequest = request with { Waiting = false } };
        return new Decision { Save = [again], Say = [ChangedItem.Card(again, incident, refused)] }
            .And(FollowTicket.InRoom(incident, TicketCards.NotOpened(item, refused.Tracker, refused.Why, now.CommandPrefix)));
    }

    public static Decision Decide(TicketMoved moved, Situation now)
    {
        if (now is not { ActionItem: { LiveTicket: { } ticket } item, Incident: { } incident }) return Decision.Nothing;
        var settled = ticket with { Pending = Math.Max(0, ticket.Pending - 1) };
        if (settled.ChangedAt is not { } known || moved.ChangedAt >= known) return new() { Save = [item with { Tracked = settled with { Stands = moved.Stands, ChangedAt = moved.ChangedAt } }] };
        // Somebody changed the ticket after us: now that nothing of ours is on its way, the item follows.
        return settled.Pending == 0 ? FollowTicket.Follow(item, settled, incident, moved, null) : new() { Save = [item with { Tracked = settled }] };
    }

    public static Decision Decide(TicketNotMoved refused, Situation now) => now is { ActionItem: { LiveTicket: { } ticket } item, Incident: { } incident }
        ? new Decision { Save = [item with { Tracked = ticket with { Pending = Math.Max(0, ticket.Pending - 1) } }] }.And(FollowTicket.InRoom(incident, TicketCards.NotMoved(item, ticket, refused.Why)))
        : Decision.Nothing;

    public static Decision Decide(TicketNotRetitled refused, Situation now) => now is { ActionItem: { } item, Incident: { } incident }
        ? FollowTicket.InRoom(incident, TicketCards.NotRetitled(item, refused.Ticket, refused.Why))
        : Decision.Nothing;
}
