using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Histories;

/// <summary>One reading of a room: what our record knew when it began, and what has been seen since.</summary>
internal sealed class ReadingPass
{
    // A message that was said a moment ago may not be in the platform's history yet.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private readonly RoomToRead _room;
    private readonly IReadOnlyList<Incident> _incidents;
    private readonly Dictionary<MessageRef, KnownMessage> _known = [];
    private readonly HashSet<MessageRef> _seen = [];
    private readonly HashSet<string> _threads = [];
    private readonly Dictionary<string, string?> _cards = [];
    private readonly Dictionary<IncidentId, int> _counts = [];
    private DateTimeOffset _from;

    private ReadingPass(RoomToRead room, IReadOnlyList<Incident> incidents, DateTimeOffset at)
    {
        _room = room;
        _incidents = incidents;
        _from = room.Beginning.AddTicks(1); // whether a platform includes the moment itself differs
        At = at;
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; }

    public IReadOnlyDictionary<IncidentId, int> Counts => _counts;

    /// <summary>What it came to for the incidents that it read from their beginning on, once it has read to the end.</summary>
    public IReadOnlyList<RoomCheck> Checks =>
    [
        .. _incidents.Where(incident => incident.Room == _room.Room && _room.Beginning <= RoomsToRead.BeginningOf(incident))
            .Select(incident => new RoomCheck(incident.Id, At, _counts.GetValueOrDefault(incident.Id))),
    ];

    /// <param name="room">The room and from when on it is read.</param>
    public static async Task<ReadingPass> BeginAsync(IStore store, RoomToRead room, DateTimeOffset at, CancellationToken ct)
    {
        if (await ReviewedAsync(store, room.Room, ct) is { } reviewed)
        {
            var ofReview = new ReadingPass(room, [reviewed], at);
            await ofReview.LearnReviewAsync(store, reviewed, ct);
            return ofReview;
        }
        var incidents = await store.Incidents.InRoomAsync(room.Room, ct);
        var pass = new ReadingPass(room, incidents, at);
        foreach (var incident in incidents.Where(incident => incident.Room == room.Room)) await pass.LearnAsync(store, incident, ct);
        return pass;
    }

    /// <summary>The incident whose review is held in this thread, beside the thread that is its room.</summary>
    private static async Task<Incident?> ReviewedAsync(IStore store, Place place, CancellationToken ct) =>
        place.Thread is { } thread && CardKeys.Reviewed(await store.Cards.KeyAsync(new(place.Channel, thread), ct)) is { } id && await store.Incidents.FindAsync(id, ct) is { } incident && incident.Room != place ? incident : null;

    /// <summary>What was missed of the messages read now.</summary>
    /// <param name="last">The history has been read to its end.</param>
    public async Task<IReadOnlyList<ChatEvent>> MissedInAsync(IStore store, IReadOnlyList<StandingMessage> read, bool last, CancellationToken ct)
    {
        foreach (var message in read.Where(message => _seen.Add(message.Posted.Message))) await SeeAsync(store, message.Posted, ct);
        // Others of the last one's moment may follow; whatever is earlier has been read.
        var to = At - Settling;
        if (!last && read.Max(message => message.Posted.At) is var reached && reached < to) to = reached;
        var window = new HistoryWindow(_room.Room, _from, to, At, read) { Seen = _seen, Threads = _threads, Whole = _room.Beginning == DateTimeOffset.UnixEpoch };
        if (to > _from) _from = to;
        return MissedEvents.Of(window, _known);
    }

    private async Task LearnAsync(IStore store, Incident incident, CancellationToken ct)
    {
        const int page = 1000;
        var after = TimelineEntry.SortKeyAt(incident.Id, _room.Beginning);
        for (var entries = await store.Timeline.PageAsync(incident.Id, after, page, ct); entries.Count > 0; entries = await store.Timeline.PageAsync(incident.Id, entries[^1].SortKey, page, ct))
            foreach (var known in entries.Select(KnownMessage.Of).OfType<KnownMessage>())
                if (known.Message.Channel == _room.Room.Channel) Learn(known);
                else if (incident.FormerChannels.Contains(known.Message.Channel)) Learn(known with { Message = new(_room.Room.Channel, known.Message.Id), Followed = false });
        if (_room.Room.Thread is not null) return; // it has no threads in it; the review's is read by itself
        await LearnReviewAsync(store, incident, ct);
        if (_room.Beginning <= incident.DeclaredAt) await LearnThreadsAsync(store, incident, ct);
    }

    private async Task LearnReviewAsync(IStore store, Incident incident, CancellationToken ct)
    {
        if (await store.Postmortems.FindAsync(incident.Id, ct) is not { } review || await store.Cards.MessageAsync(CardKeys.Review(incident.Id), ct) is not { } head) return;
        foreach (var known in KnownMessage.In(review, await store.ActionItems.OfIncidentAsync(incident.Id, ct), head.Id)) Learn(known);
    }

    private void Learn(KnownMessage known) => _known.TryAdd(known.Message, known);

    /// <summary>Threads under our own cards began after the declaration.</summary>
    private async Task LearnThreadsAsync(IStore store, Incident incident, CancellationToken ct)
    {
        foreach (var key in Enum.GetValues<FactKind>().Select(fact => CardKeys.Prompt(incident.Id, fact)).Append(CardKeys.Review(incident.Id)).Append(CardKeys.Living(incident.Id)))
            if (await store.Cards.MessageAsync(key, ct) is { } head) _threads.Add(head.Id);
    }

    private async Task SeeAsync(IStore store, MessagePosted posted, CancellationToken ct)
    {
        _threads.Add(posted.Place.Thread ?? posted.Message.Id);
        var card = await CardAsync(store, posted.Place, ct);
        if (CardKeys.IsReview(card)) return; // it belongs to the postmortem, not to the timeline
        var owner = _known.GetValueOrDefault(posted.Message)?.Incident ?? (posted.Place == _room.Room ? null : CardKeys.RoomIncident(card)) ?? _incidents.FirstOrDefault(incident => incident.Hears(posted.At))?.Id;
        if (owner is not null) _counts[owner] = _counts.GetValueOrDefault(owner) + 1;
    }

    private async Task<string?> CardAsync(IStore store, Place place, CancellationToken ct)
    {
        if (place.Thread is not { } thread) return null;
        if (!_cards.TryGetValue(thread, out var key)) _cards[thread] = key = await store.Cards.KeyAsync(new(place.Channel, thread), ct);
        return key;
    }
}
