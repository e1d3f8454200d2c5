using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Histories;

/// <summary>Reads rooms' own histories and makes good what was missed, the same way as if it had been heard.</summary>
/// <remarks>Safe beside everything else and as often as wanted: what is known already changes nothing.</remarks>
public sealed class Backfill(IStore store, Loader loader, Chats chats, Deciding deciding, TimeProvider time, ILogger<Backfill> log)
{
    /// <summary>A draft waits so long for the room's history.</summary>
    public static readonly TimeSpan DraftWaits = TimeSpan.FromMinutes(2);

    /// <summary>A reading begins so long before the end of the last one, for what arrived or changed late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    private const int Together = 200;

    private readonly ConcurrentDictionary<Place, SemaphoreSlim> _alone = new(); // one reading of a room at a time

    /// <summary>The rooms that a wish is about and that matter now; all of them when there is none.</summary>
    public async Task<IReadOnlyList<RoomToRead>> RoomsAsync(HistoryRequest? wish, CancellationToken ct)
    {
        var unpublished = await store.Postmortems.UnpublishedAsync(ct);
        var inReview = unpublished.Select(postmortem => postmortem.Incident).ToHashSet();
        var rooms = RoomsToRead.Of([.. await store.Incidents.OpenAsync(ct), .. await store.Incidents.ResolvedAsync(ct)], inReview, time.GetUtcNow()).ToList();
        foreach (var postmortem in unpublished)
            if (await store.Incidents.FindAsync(postmortem.Incident, ct) is { RoomGone: false } incident && await ReviewThreadAsync(incident, postmortem, ct) is { } thread) rooms.Add(thread);
        return [.. rooms.Where(room => wish is null || (room.Room.Channel.Workspace == wish.Workspace && (wish.Channel is null || room.Room.Channel.Id == wish.Channel)))];
    }

    /// <summary>Reads on from a little before where the last reading stood.</summary>
    /// <exception cref="ChatException">The history cannot be read on; what was read until then is kept.</exception>
    public async Task ReadOnAsync(RoomToRead room, CancellationToken ct)
    {
        var reading = await AloneAsync(room.Room, async () =>
        {
            var until = (await store.RoomHistories.FindAsync(room.Room, ct))?.ReadUntil - Overlap;
            return await ReadAsync(until > room.Beginning ? room with { Beginning = until.Value } : room, goesOn: true, ct);
        }, ct);
        foreach (var said in reading.Drafts) await deciding.WorkAsync(said, [], await BeforeDraftAsync(said, ct), ct);
    }

    /// <summary>Reads all that belongs to an incident when an event is to make its draft, so that the draft is whole; null for every other event.</summary>
    public async Task<RoomReading?> BeforeDraftAsync(ChatEvent said, CancellationToken ct)
    {
        if (await loader.DraftedByAsync(said, ct) is not { } incident) return null;
        if (incident.Room is not { } room) return new("the room is not open");
        if (await store.Postmortems.FindAsync(incident.Id, ct) is { } postmortem && await ReviewThreadAsync(incident, postmortem, ct) is { } thread) await ReadWholeAsync(thread, ct);
        return await ReadWholeAsync(new(room, RoomsToRead.BeginningOf(incident)), ct);
    }

    /// <summary>The review's own thread, where it stands beside the thread that is the room; null where the room has it in itself.</summary>
    private async Task<RoomToRead?> ReviewThreadAsync(Incident incident, Postmortem postmortem, CancellationToken ct) =>
        incident.Room is { Thread: not null } room && await store.Cards.MessageAsync(CardKeys.Review(incident.Id), ct) is { } head && head.Channel == room.Channel
            ? new(room with { Thread = head.Id }, postmortem.StartedAt)
            : null;

    private async Task<RoomReading> ReadWholeAsync(RoomToRead room, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(DraftWaits, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await AloneAsync(room.Room, () => ReadAsync(room, goesOn: false, both.Token), both.Token);
        }
        catch (ChatException refused)
        {
            log.LogWarning("The history of {Room} could not be read before the draft: {Reason}", room.Room, refused.Message);
            return await UnreadableAsync(room, refused.Message, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The history of {Room} could not be read within {Limit}", room.Room, DraftWaits);
            return await UnreadableAsync(room, $"it took longer than {Times.Words.Duration(DraftWaits)}", ct);
        }
    }

    /// <param name="goesOn">It begins where the last reading stood; other ones may leave a stretch before it unread.</param>
    private async Task<RoomReading> ReadAsync(RoomToRead room, bool goesOn, CancellationToken ct)
    {
        var pass = await ReadingPass.BeginAsync(store, room, time.GetUtcNow(), ct); // before the history: what is known now was said before
        var drafts = new List<ChatEvent>();
        var read = new List<StandingMessage>(Together);
        await foreach (var message in chats.For(room.Room.Channel.Workspace).HistoryAsync(room.Room, room.Beginning, ct))
        {
            read.Add(message);
            if (read.Count < Together) continue;
            drafts.AddRange(await WorkAsync(await pass.MissedInAsync(store, read, last: false, ct), ct));
            await KeepAsync(room, read[^1].Posted.At, goesOn, ct);
            read.Clear();
        }
        drafts.AddRange(await WorkAsync(await pass.MissedInAsync(store, read, last: true, ct), ct));
        await KeepAsync(room, pass.At, goesOn, ct);
        await KeepAsync(room.Room, pass.Checks, ct);
        return new() { Counts = pass.Counts, Drafts = drafts };
    }

    /// <summary>Works on what was missed; returns what asks for a draft.</summary>
    private async Task<IReadOnlyList<ChatEvent>> WorkAsync(IReadOnlyList<ChatEvent> missed, CancellationToken ct)
    {
        if (missed.Count > 0) log.LogInformation("{Count} missed events are made good in {Channel}", missed.Count, missed[0].Place.Channel);
        var drafts = new List<ChatEvent>();
        for (var next = 0; next < missed.Count;)
        {
            var posted = missed.Skip(next).TakeWhile(said => said is MessagePosted).Cast<MessagePosted>().ToList();
            if (await deciding.CaptureTogetherAsync(posted, [], ct) is > 0 and var taken) next += taken;
            else if (await loader.DraftedByAsync(missed[next], ct) is not null) drafts.Add(missed[next++]);
            else await WorkOneAsync(missed[next++], ct);
        }
        return drafts;
    }

    private async Task WorkOneAsync(ChatEvent said, CancellationToken ct)
    {
        try
        {
            await deciding.WorkAsync(said, [], null, ct);
        }
        catch (Exception bug) when (bug is not (StoreUnavailableException or ChatException or OperationCanceledException))
        {
            log.LogError(bug, "A missed {Event} in {Place} could not be made good; it stays a gap", said.GetType().Name, said.Place);
        }
    }

    private async Task<RoomReading> UnreadableAsync(RoomToRead room, string why, CancellationToken ct)
    {
        var incidents = await store.Incidents.InRoomAsync(room.Room, ct);
        await KeepAsync(room.Room, [.. incidents.Where(incident => incident.Room == room.Room).Select(incident => new RoomCheck(incident.Id, time.GetUtcNow(), null, why))], ct);
        return new(why);
    }

    private async Task KeepAsync(Place room, IReadOnlyList<RoomCheck> checks, CancellationToken ct)
    {
        if (checks.Count == 0) return;
        CommitResult kept;
        do
        {
            var history = await store.RoomHistories.FindAsync(room, ct) ?? new RoomHistory { Room = room };
            var others = (history.Checks ?? []).Where(known => checks.All(check => check.Incident != known.Incident));
            kept = await store.CommitAsync(new(new() { Save = [history with { Checks = [.. others, .. checks] }] }, [], time.GetUtcNow()), ct);
        }
        while (kept is CommitResult.Conflict);
    }

    private async Task KeepAsync(RoomToRead room, DateTimeOffset until, bool goesOn, CancellationToken ct)
    {
        CommitResult kept;
        do
        {
            var history = await store.RoomHistories.FindAsync(room.Room, ct) ?? new RoomHistory { Room = room.Room };
            if (history.ReadUntil >= until || !(goesOn || history.ReadUntil >= room.Beginning)) return;
            kept = await store.CommitAsync(new(new() { Save = [history with { ReadUntil = until }] }, [], time.GetUtcNow()), ct);
        }
        while (kept is CommitResult.Conflict);
    }

    private async Task<T> AloneAsync<T>(Place room, Func<Task<T>> read, CancellationToken ct)
    {
        var alone = _alone.GetOrAdd(room, _ => new(1));
        await alone.WaitAsync(ct);
        try
        {
            return await read();
        }
        finally
        {
            alone.Release();
        }
    }
}
