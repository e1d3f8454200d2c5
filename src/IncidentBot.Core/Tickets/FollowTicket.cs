using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Tickets;

/// <summary>An item follows its ticket: closed there is done here, not planned is dropped, reopened is open again.</summary>
public static class FollowTicket
{
    public static Decision Decide(TicketChanged changed, Situation now)
    {
        if (now is not { ActionItem: { LiveTicket: { } ticket } item, Incident: { } incident } || ticket.Id != changed.TicketId) return Decision.Nothing;
        if (changed.At < ticket.ChangedAt || changed.Stands == ticket.Stands) return Decision.Nothing; // late, repeated, or nothing new
        var seen = ticket with { Stands = changed.Stands, ChangedAt = changed.At };
        return ticket.Pending > 0 ? new() { Save = [item with { Tracked = seen }] } : Follow(item, seen, incident, changed, changed.Reason);
    }

    /// <summary>The item as its ticket stands. That the item stands so already, as after a change of our own that comes back, is not told.</summary>
    internal static Decision Follow(ActionItem item, TrackedTicket ticket, Incident incident, ChatEvent said, string? reason)
    {
        var followed = item with { Tracked = ticket with { Told = ticket.Stands } };
        if (item.Status == ticket.Stands) return new() { Save = [followed with { Tracked = ticket }] };
        followed = ticket.Stands switch
        {
            ActionItemStatus.Open => ReopenActionItem.Opened(followed, said.At),
            // Closed as done and closed as not planned may follow each other; the lifecycle of people's commands has no such move.
            ActionItemStatus.Done => followed with { Status = ActionItemStatus.Done, ClosedBy = said.By, ClosedAt = said.At, DropReason = null },
            ActionItemStatus.Dropped => followed with { Status = ActionItemStatus.Dropped, ClosedBy = said.By, ClosedAt = said.At, DropReason = TicketCards.DropReason(ticket, said.By, reason) },
        };
        return ChangedItem.Of(followed, incident, said, TicketCards.ChangedEntry(followed, ticket, said.By)).And(InRoom(incident, TicketCards.ChangedTold(followed, ticket, said.By)));
    }

    /// <summary>Said to the incident's people, where they can still be told.</summary>
    internal static Decision InRoom(Incident incident, RichText sentence) =>
        IncidentSayings.RoomOf(incident) is { } room ? new() { Say = [new Say(room, Card.Of(sentence))] } : Decision.Nothing;
}
