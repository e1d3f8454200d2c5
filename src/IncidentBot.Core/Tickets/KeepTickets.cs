using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Tickets;

/// <summary>Whatever was decided about items, their tickets follow: a new item gets one where that is automatic, and an item's ticket is told when the item is done, dropped or opened again, and gets its title when the item's words change.</summary>
/// <remarks>In one place for every way in which an item changes, so that no use case has to think of tickets.</remarks>
public static class KeepTickets
{
    public static Decision Of(Decision decided, ChatEvent said, Situation now)
    {
        if (now.Settings.Tickets.Tracker is not { } tracker || !decided.Save.OfType<ActionItem>().Any()) return decided;
        var errands = new List<Saying>();
        var save = decided.Save.Select(saved => saved is ActionItem item && IncidentOf(item, now) is { } incident ? Follow(item, incident) : saved).ToList();
        return decided with { Save = save, Say = [.. decided.Say.Select(saying => WithButton(saying, save, now)), .. errands] };

        IAggregate Follow(ActionItem item, Incident incident)
        {
            if (item.LiveTicket is { } ticket)
            {
                if (ticket.Tracker != tracker || Stays(incident, now)) return item;
                if (Retitled(item, ticket, incident) is { } retitled) errands.Add(retitled);
                if (ticket.Told == item.Status) return item;
                errands.Add(new MoveTicket(item.Id, ticket, item.Status, TicketText.Comment(item, incident, now), incident.Room ?? said.Place, said.By));
                return item with { Tracked = ticket with { Told = item.Status, Pending = ticket.Pending + 1 } };
            }
            if (!now.Settings.Tickets.Automatic || item is not { Version: 0, Ticket: null } || Stays(incident, now)) return item;
            var asked = item with { TicketRequest = new(said.At, Waiting: true) };
            errands.Add(AskForTicket.Errand(asked, incident, tracker, said, now, asked: false));
            return asked;
        }

        RetitleTicket? Retitled(ActionItem item, TrackedTicket ticket, Incident incident) =>
            now.Read.OfType<ActionItem>().FirstOrDefault(read => read.Id == item.Id) is { } before && before.Text != item.Text
            && (TicketText.TitleOf(before, incident, now), TicketText.TitleOf(item, incident, now)) is var (was, title) && was != title
                ? new(item.Id, ticket, title, was, incident.Room ?? said.Place, said.By)
                : null;
    }

    /// <summary>Nothing of it may go to the tracker, also where that was allowed before.</summary>
    private static bool Stays(Incident incident, Situation now) => incident.Private && !now.Settings.Tickets.PrivateIncidents;

    private static Incident? IncidentOf(ActionItem item, Situation now) => now.Incident?.Id == item.Incident ? now.Incident : null;

    // The card of an item that could have a ticket offers it.
    private static Saying WithButton(Saying saying, IReadOnlyList<IAggregate> saved, Situation now) =>
        saying is Say { Card: var card } say && saved.OfType<ActionItem>().FirstOrDefault(item => say.Key == CardKeys.ActionItem(item.Id)) is { } item && Offers(item, now)
            ? say with { Card = card with { Blocks = [.. card.Blocks.Select((block, index) => index == LastChoices(card) && block is Choices choices ? new Choices([.. choices.Buttons, TicketCards.OpenButton(item.Id)]) : block)] } }
            : saying;

    private static bool Offers(ActionItem item, Situation now) =>
        item is { Status: ActionItemStatus.Open, Ticket: null, TicketRequest: not { Waiting: true } } && IncidentOf(item, now) is { } incident && !Stays(incident, now);

    private static int LastChoices(Card card) => card.Blocks.Select((block, index) => block is Choices ? index : -1).DefaultIfEmpty(-1).Max();
}
