using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Tickets;

/// <summary>Somebody asks for a ticket for an item. It is opened in the background; what came of it is told.</summary>
public static class AskForTicket
{
    public static Decision Decide(Call call, Situation now) => AskedItem.Split(call.Words).Label is { Length: > 0 } label
        ? AskedItem.Decide(call.Said, label, now, (item, incident) => Ask(item, incident, call.Said, now))
        : call.Refuse(TicketCards.Which(now.CommandPrefix));

    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedItem.Decide(pressed, pressed.Value, now, (item, incident) => Ask(item, incident, pressed, now));

    private static Decision Ask(ActionItem item, Incident incident, ChatEvent said, Situation now)
    {
        if (now.Settings.Tickets.Tracker is not { } tracker) return Decision.Refuse(said, TicketCards.NotSetUp(now.CommandPrefix));
        if (item.Status is not ActionItemStatus.Open) return ReopenActionItem.Offer(said, item, ActionItemCards.ClosedSentence(item));
        if (item.Ticket is { } url) return Decision.Refuse(said, TicketCards.HasOne(item, url));
        if (item.TicketRequest is { Waiting: true }) return Decision.Refuse(said, TicketCards.OnItsWay(item));
        if (incident.Private && !now.Settings.Tickets.PrivateIncidents) return Decision.Refuse(said, TicketCards.PrivateStays(item, tracker));
        var asked = item with { TicketRequest = new(item.TicketRequest?.FirstAt ?? said.At, Waiting: true) };
        return new()
        {
            Save = [asked],
            Say = [Errand(asked, incident, tracker, said, now, asked: true) with { Again = item.TicketRequest is not null }, ChangedItem.Privately(said, TicketCards.Asked(item, tracker))],
        };
    }

    /// <param name="item">With its request.</param>
    internal static OpenTicket Errand(ActionItem item, Incident incident, Tracker tracker, ChatEvent said, Situation now, bool asked) =>
        new(item.Id, tracker, TicketText.Of(item, incident, now), said.Place, said.By, item.TicketRequest?.FirstAt ?? said.At, asked);
}
