using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Tickets;

public static class TicketCapability
{
    /// <summary>Id of the button, never renamed: cards that stand in rooms hold it.</summary>
    public const string Open = "ticket.open";

    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("ticket", "ticket A-7", "Opens a ticket for an action item in your tracker.", AskForTicket.Decide)
            {
                Needs = call => AskedItem.NeedsOf(call.Place, call.Words),
                Examples = ["ticket A-7"],
            },
        ],
        Buttons = [new(Open, AskForTicket.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value) }],
    };
}
