using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Bot;

/// <summary>Works on deliveries: translate, load, decide, commit. The only caller of the use cases, save for scheduled work.</summary>
public sealed class Dispatcher(IInbox inbox, IStore store, Loader loader, Translators translators, TimeProvider time, ILogger<Dispatcher> log)
{
    private const int MostConflicts = 20;
    private const int MostFailures = 3;

    /// <summary>Works on a lease's deliveries in order. A delivery that fails again and again is parked, and the next one goes on.</summary>
    /// <exception cref="StoreUnavailableException">Nothing can be committed now; what is left comes again.</exception>
    public async Task WorkAsync(Lease lease, CancellationToken ct)
    {
        var queue = new Queue<Delivery>(lease.Deliveries);
        while (queue.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            if (queue.Count > 1 && await CaptureTogetherAsync(queue, ct) is > 0 and var taken)
                for (; taken > 0; taken--) queue.Dequeue();
            else
                await WorkOneAsync(queue.Dequeue(), ct);
        }
    }

    private async Task WorkOneAsync(Delivery delivery, CancellationToken ct)
    {
        using var scope = log.BeginScope("DeliveryId:{DeliveryId}", delivery.Id);
        for (var failures = 1; ; failures++)
        {
            try
            {
                await DecideAndCommitAsync(delivery, ct);
                return;
            }
            catch (Exception bug) when (!Stops(bug, ct))
            {
                log.LogError(bug, "Delivery {DeliveryId} failed, try {Try} of {Most}", delivery.Id, failures, MostFailures);
                if (failures < MostFailures) continue;
                await inbox.ParkAsync(delivery, bug.ToString(), ct);
                return;
            }
        }
    }

    private async Task DecideAndCommitAsync(Delivery delivery, CancellationToken ct)
    {
        var told = await translators.TranslateAsync(delivery, ct);
        foreach (var said in told.SkipLast(1)) await DecideAndCommitAsync(said, [], ct); // all but the last are the same when they are decided again after a crash
        await DecideAndCommitAsync(told.LastOrDefault(), [delivery], ct);
    }

    private async Task DecideAndCommitAsync(ChatEvent? said, IReadOnlyList<Delivery> settles, CancellationToken ct)
    {
        for (var tries = 1; tries <= MostConflicts; tries++)
        {
            var decision = said is null ? Decision.Nothing : Routing.Decide(said, await loader.ForAsync(said, ct));
            var result = await store.CommitAsync(new(decision, settles, time.GetUtcNow()), ct);
            if (result is CommitResult.Done or CommitResult.AlreadyDone) return;
        }
        throw new InvalidOperationException($"A decision met another change {MostConflicts} times in a row.");
    }

    /// <summary>Commits the messages at the head of the queue at once, as long as they only record new entries. Returns how many; 0: work on the first alone.</summary>
    private async Task<int> CaptureTogetherAsync(Queue<Delivery> queue, CancellationToken ct)
    {
        try
        {
            var said = await MessagesAtHeadAsync(queue, ct);
            if (said.Count < 2) return 0;
            var records = NewEntries(said, await loader.ForAsync(said, ct));
            if (records.Count < 2) return 0;
            List<Delivery> taken = [.. queue.Take(records.Count)];
            return await store.CommitAsync(new(new() { Record = [.. records.SelectMany(record => record)] }, taken, time.GetUtcNow()), ct) is CommitResult.Done ? taken.Count : 0;
        }
        catch (Exception bug) when (!Stops(bug, ct))
        {
            log.LogWarning(bug, "Messages of {OrderKey} could not be captured together; each is tried alone", queue.Peek().OrderKey);
            return 0;
        }
    }

    private async Task<List<MessagePosted>> MessagesAtHeadAsync(Queue<Delivery> queue, CancellationToken ct)
    {
        var said = new List<MessagePosted>();
        foreach (var delivery in queue)
        {
            if (await MessageInAsync(delivery, ct) is not { } posted) break;
            said.Add(posted);
        }
        return said;
    }

    private async Task<MessagePosted?> MessageInAsync(Delivery delivery, CancellationToken ct)
    {
        try
        {
            return await translators.TranslateAsync(delivery, ct) is [MessagePosted posted] ? posted : null;
        }
        catch (Exception unreadable) when (!Stops(unreadable, ct))
        {
            log.LogDebug(unreadable, "Delivery {DeliveryId} ends a batch; alone it fails again, is logged and parked", delivery.Id);
            return null;
        }
    }

    // A request that ran into its own time limit is cancelled too; it must not stop the worker.
    private static bool Stops(Exception failure, CancellationToken ct) => failure is StoreUnavailableException || (failure is OperationCanceledException && ct.IsCancellationRequested);

    /// <summary>What each message records, up to the first that does more than record new entries or says something in a review.</summary>
    private static List<IReadOnlyList<TimelineEntry>> NewEntries(IReadOnlyList<MessagePosted> said, IReadOnlyList<Situation> situations)
    {
        var records = new List<IReadOnlyList<TimelineEntry>>();
        var keys = new HashSet<string>();
        foreach (var (posted, now) in said.Zip(situations))
        {
            if (CardKeys.IsReview(now.ThreadCard)) break;
            var decision = Routing.Decide(posted, now);
            if (decision.Save.Count + decision.Say.Count + decision.Once.Count > 0 || !decision.Record.All(entry => entry.Version == 0 && keys.Add(entry.Key))) break;
            records.Add(decision.Record);
        }
        return records;
    }
}
