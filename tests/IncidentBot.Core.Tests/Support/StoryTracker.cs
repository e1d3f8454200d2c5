using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A ticket tracker of a story: it does what it is told at once, or refuses.</summary>
public sealed class StoryTracker(TimeProvider time) : IOutlet
{
    /// <summary>What it was asked to do, in order.</summary>
    public List<Errand> Done { get; } = [];

    /// <summary>Thrown for every errand while it is set.</summary>
    public ChatException? Fails { get; set; }

    /// <summary>Its workflow leaves moves to people: it only takes the comment.</summary>
    public bool OnlyComments { get; set; }

    public bool Does(Errand errand) => errand is OpenTicket or MoveTicket or RetitleTicket;

    public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        if (Fails is { } failure) throw failure;
        Done.Add(errand);
        return Task.FromResult<ChatEvent?>(errand switch
        {
            RetitleTicket => null,
            OpenTicket open => new TicketOpened(time.GetUtcNow(), open.By, open.Place, open.Item, Ticket(Done.OfType<OpenTicket>().Count()), open.Asked),
            MoveTicket move => new TicketMoved(time.GetUtcNow(), move.By, move.Place, move.Item, OnlyComments ? move.Ticket.Stands : move.To, time.GetUtcNow()),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    public static TrackedTicket Ticket(int number) => new(Tracker.GitHub, $"id{number}", $"acme/shop#{number}", $"https://github.example/acme/shop/issues/{number}");
}
