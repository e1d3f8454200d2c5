using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;

namespace IncidentBot.Workers;

/// <summary>Reads rooms' own histories when something may have been missed: at the start, and whenever an adapter asks.</summary>
public sealed class BackfillWorker(Backfill backfill, HistoryRequests requests, TimeProvider time, ILogger<BackfillWorker> log) : BackgroundService
{
    // What is on its way arrives by itself first, and several wishes become one.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    // What was deleted just before a reading cannot be told from what is not in the history yet; once more, and it can.
    private static readonly TimeSpan OnceMore = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Dictionary<Place, Waiting> _waiting = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var all = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (all) await PutDownAsync(null, stoppingToken);
                all = false;
                while (requests.Next() is { } wish) await PutDownAsync(wish, stoppingToken);
                if (_waiting.Values.Where(room => room.DueAt <= time.GetUtcNow()).MinBy(room => room.DueAt) is { } due) await ReadAsync(due, stoppingToken);
                else await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Reading histories failed and goes on");
                await Pause.ForAsync(Settling, time, stoppingToken);
            }
        }
    }

    private async Task PutDownAsync(HistoryRequest? wish, CancellationToken ct)
    {
        foreach (var room in await backfill.RoomsAsync(wish, ct))
            _waiting[room.Room] = _waiting.TryGetValue(room.Room, out var before) ? before with { Room = room, DueAt = time.GetUtcNow() + Settling, Again = false } : new(room, time.GetUtcNow() + Settling);
    }

    private async Task ReadAsync(Waiting waiting, CancellationToken ct)
    {
        try
        {
            await backfill.ReadOnAsync(waiting.Room, ct);
            if (waiting.Again) _waiting.Remove(waiting.Room.Room);
            else _waiting[waiting.Room.Room] = new(waiting.Room, time.GetUtcNow() + OnceMore, Again: true);
            if (waiting.Failed is not null) log.LogInformation("The history of {Room} was read in the end", waiting.Room.Room);
        }
        catch (ChatException refused) when (refused.Fault is ChatFault.Gone or ChatFault.Refused)
        {
            log.LogWarning("The history of {Room} cannot be read: {Reason}", waiting.Room.Room, refused.Message);
            _waiting.Remove(waiting.Room.Room);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            if (waiting.Failed is null && failure is ChatException or StoreUnavailableException) log.LogWarning("The history of {Room} cannot be read now and is tried again: {Reason}", waiting.Room.Room, failure.Message);
            else if (waiting.Failed is null) log.LogError(failure, "The history of {Room} could not be read and is tried again", waiting.Room.Room);
            var backoff = waiting.Failed is { } failed ? failed.Next : new Backoff(1);
            _waiting[waiting.Room.Room] = waiting with { DueAt = time.GetUtcNow() + backoff.Wait(failure), Failed = backoff };
        }
    }

    /// <summary>Until there is a wish, or a room is due.</summary>
    private async Task WaitAsync(CancellationToken ct)
    {
        var wait = _waiting.Count == 0 ? LongestWait : _waiting.Values.Min(room => room.DueAt) - time.GetUtcNow();
        if (wait <= TimeSpan.Zero) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(requests.WaitAsync(enough.Token), Task.Delay(wait, time, enough.Token));
        await enough.CancelAsync();
    }

    /// <param name="Failed">Null: it has not failed yet.</param>
    /// <param name="Again">It was read a short while ago.</param>
    private sealed record Waiting(RoomToRead Room, DateTimeOffset DueAt, Backoff? Failed = null, bool Again = false);
}
