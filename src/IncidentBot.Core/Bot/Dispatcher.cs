using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Core.Bot;

/// <summary>Works on deliveries: translate, load, decide, commit. Of what was heard the only caller of the use cases.</summary>
public sealed class Dispatcher(IInbox inbox, Deciding deciding, Backfill backfill, Translators translators, ILogger<Dispatcher> log)
{
    private const int MostFailures = 3;

    /// <summary>Works on a lease's deliveries in order. A delivery that fails again and again is parked, and the next one goes on.</summary>
    /// <exception cref="StoreUnavailableException">Nothing can be committed now; what is left comes again.</exception>
    /// <exception cref="ChatException">Temporary: the platform must be asked first and cannot be. What is left is to come again later.</exception>
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
        await DecideAndCommitAsync(told is [.., var last] ? last : null, [delivery], ct);
    }

    private async Task DecideAndCommitAsync(ChatEvent? said, IReadOnlyList<Delivery> settles, CancellationToken ct) =>
        await deciding.WorkAsync(said, settles, said is null ? null : await backfill.BeforeDraftAsync(said, ct), ct);

    /// <summary>Commits the messages at the head of the queue at once. Returns how many; 0: work on the first alone.</summary>
    private async Task<int> CaptureTogetherAsync(Queue<Delivery> queue, CancellationToken ct)
    {
        try
        {
            var said = await MessagesAtHeadAsync(queue, ct);
            return await deciding.CaptureTogetherAsync(said, [.. queue.Take(said.Count)], ct);
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
            if (await MessageInAsync(delivery, isFirst: said.Count == 0, ct) is not { } posted) break;
            said.Add(posted);
        }
        return said;
    }

    private async Task<MessagePosted?> MessageInAsync(Delivery delivery, bool isFirst, CancellationToken ct)
    {
        try
        {
            return await translators.TranslateAsync(delivery, ct) is [MessagePosted posted] ? posted : null;
        }
        catch (Exception unreadable) when (!Stops(unreadable, ct) || (IsForLater(unreadable) && !isFirst))
        {
            log.LogDebug(unreadable, "Delivery {DeliveryId} ends a batch; alone it fails again, and then waits or is parked", delivery.Id);
            return null;
        }
    }

    // A request that ran into its own time limit is cancelled too; it must not stop the worker.
    private static bool Stops(Exception failure, CancellationToken ct) => failure is StoreUnavailableException || IsForLater(failure) || (failure is OperationCanceledException && ct.IsCancellationRequested);

    private static bool IsForLater(Exception failure) => failure is ChatException { Fault: ChatFault.Temporary };
}
