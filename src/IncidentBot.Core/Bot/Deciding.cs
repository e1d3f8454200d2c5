using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Load, decide, commit; again when somebody else changed meanwhile what was read. Deciding is pure, so that repeating it is harmless.</summary>
public sealed class Deciding(IStore store, Loader loader, TimeProvider time)
{
    private const int MostConflicts = 20;

    /// <param name="said">Null: nothing that means anything to the bot; the deliveries are settled.</param>
    /// <param name="settles">Deliveries that are done with it.</param>
    /// <param name="reading">Of the room's own history, for a draft.</param>
    /// <exception cref="ChatException">Temporary: the platform must be asked first and cannot be.</exception>
    public async Task WorkAsync(ChatEvent? said, IReadOnlyList<Delivery> settles, RoomReading? reading, CancellationToken ct)
    {
        for (var tries = 1; tries <= MostConflicts; tries++)
        {
            var decision = said is null ? Decision.Nothing : Decide(said, await loader.ForAsync(said, reading, ct));
            if (decision == Decision.Nothing && settles.Count == 0) return;
            var result = await store.CommitAsync(new(decision, settles, time.GetUtcNow()), ct);
            if (result is CommitResult.Done or CommitResult.AlreadyDone) return;
        }
        throw new InvalidOperationException($"A decision met another change {MostConflicts} times in a row.");
    }

    /// <summary>Commits the first of these messages at once, as long as they only record new entries. Returns how many; 0: work on the first alone.</summary>
    /// <param name="settles">The deliveries of the messages, one each; or none.</param>
    public async Task<int> CaptureTogetherAsync(IReadOnlyList<MessagePosted> said, IReadOnlyList<Delivery> settles, CancellationToken ct)
    {
        if (said.Count < 2) return 0;
        var records = NewEntries(said, await loader.ForAsync(said, ct));
        if (records.Count < 2) return 0;
        var together = new Decision { Record = [.. records.SelectMany(record => record)] };
        return await store.CommitAsync(new(together, [.. settles.Take(records.Count)], time.GetUtcNow()), ct) is CommitResult.Done ? records.Count : 0;
    }

    private static Decision Decide(ChatEvent said, Situation now) => Outgoing.With(Routing.Decide(said, now), said, now);

    /// <summary>What each message records, up to the first that does more than record new entries or says something in a review.</summary>
    private static List<IReadOnlyList<TimelineEntry>> NewEntries(IReadOnlyList<MessagePosted> said, IReadOnlyList<Situation> situations)
    {
        var records = new List<IReadOnlyList<TimelineEntry>>();
        var keys = new HashSet<string>();
        foreach (var (posted, now) in said.Zip(situations))
        {
            if (CardKeys.IsReview(now.ThreadCard) || (now.RoomKind is RoomKind.Chat && SaidToReview.MayBeIn(posted))) break;
            var decision = Routing.Decide(posted, now);
            if (decision.Save.Count + decision.Say.Count + decision.Once.Count > 0 || !decision.Record.All(entry => entry.Version == 0 && keys.Add(entry.Key))) break;
            records.Add(decision.Record);
        }
        return records;
    }
}
