using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets;

/// <summary>Makes events of what the tracker tells, for the items whose ticket it is.</summary>
internal sealed class TicketNews(IStore store)
{
    private const string Somebody = "somebody";

    /// <summary>Nothing for a ticket that is no item's, as most of a tracker are.</summary>
    public async Task<IReadOnlyList<TicketChanged>> OfAsync(Tracker tracker, SeenTicket seen, CancellationToken ct)
    {
        var told = new List<TicketChanged>();
        foreach (var item in await store.ActionItems.OfTicketAsync(tracker, seen.Id, ct))
            if (item.LiveTicket is not null && await store.Incidents.FindAsync(item.Incident, ct) is { } incident)
                told.Add(new(seen.ChangedAt, PersonOf(tracker, seen, item.Id.Workspace), incident.Room ?? incident.DeclaredIn, item.Id, seen.Id, seen.Stands, seen.Reason));
        return told;
    }

    /// <summary>The key of the ticket, where it is an item's and stands otherwise than was known; null: it is no news.</summary>
    public async Task<string?> KeyOfNewsAsync(Tracker tracker, SeenTicket seen, CancellationToken ct) =>
        (await store.ActionItems.OfTicketAsync(tracker, seen.Id, ct)).FirstOrDefault(item => item.LiveTicket is { } ticket && ticket.Stands != seen.Stands)?.LiveTicket?.Key;

    private static Person PersonOf(Tracker tracker, SeenTicket seen, string workspace) =>
        new(new(workspace, $"{TicketCards.Name(tracker).ToLowerInvariant()}:{seen.By ?? Somebody}"), seen.By is { } name ? name : $"{Somebody} in {TicketCards.Name(tracker)}");
}
