using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets;

/// <summary>Does the errands about tickets. Where an earlier try may have opened one, it is looked for first.</summary>
internal sealed class TicketOutlet(TrackerLine line, TicketsOptions options, TimeProvider time) : IOutlet
{
    public bool Does(Errand errand) => errand is OpenTicket or MoveTicket or RetitleTicket;

    public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct) => errand switch
    {
        OpenTicket open => OpenAsync(open, key, ct),
        MoveTicket move => MoveAsync(move, key, ct),
        RetitleTicket retitle => RetitleAsync(retitle, ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<ChatEvent?> OpenAsync(OpenTicket open, SayingKey key, CancellationToken ct)
    {
        RefuseForeign(open.Tracker);
        // After a refusal too: it may have come of a lost answer.
        DateTimeOffset? since = key.TriedSince is null && !open.Again ? null : key.TriedSince is { } tried && tried < open.FirstAt ? tried : open.FirstAt;
        var ticket = await line.RunAsync(async tracker => (since is { } from ? await tracker.FindAsync(open, from, ct) : null) ?? await tracker.CreateAsync(open, ct));
        return new TicketOpened(time.GetUtcNow(), open.By, open.Place, open.Item, ticket, open.Asked);
    }

    private async Task<ChatEvent?> MoveAsync(MoveTicket move, SayingKey key, CancellationToken ct)
    {
        RefuseForeign(move.Ticket.Tracker);
        var seen = await line.RunAsync(tracker => tracker.MoveAsync(move, key, ct));
        return new TicketMoved(time.GetUtcNow(), move.By, move.Place, move.Item, seen.Stands, seen.ChangedAt);
    }

    private async Task<ChatEvent?> RetitleAsync(RetitleTicket retitle, CancellationToken ct)
    {
        RefuseForeign(retitle.Ticket.Tracker);
        await line.RunAsync(async tracker =>
        {
            await tracker.RetitleAsync(retitle, ct);
            return true;
        });
        return null; // the item has its words already
    }

    private void RefuseForeign(Tracker of)
    {
        if (of != options.Tracker) throw new ChatException(ChatFault.Refused, $"tickets go to {TicketCards.Name(options.Tracker)} now, and this one is of {TicketCards.Name(of)}.");
    }
}
