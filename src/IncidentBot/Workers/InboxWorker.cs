using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Workers;

/// <summary>Takes deliveries from the inbox, channel by channel, several channels at once.</summary>
public sealed class InboxWorker(IInbox inbox, Dispatcher dispatcher, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    private const int Side = 4;
    private const int MostAtOnce = 64;
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Backoff> _waiting = new(); // channels that the platform holds up

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Side).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await WorkOnAsync(await inbox.NextAsync(MostAtOnce, ct), ct);
            }
            catch (StoreUnavailableException unavailable)
            {
                log.LogWarning("Nothing can be saved now, so deliveries wait: {Reason}", unavailable.Message);
                await Pause.ForAsync(WhenUnavailable, time, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception bug)
            {
                log.LogError(bug, "A worker of the inbox failed and goes on");
                await Pause.ForAsync(WhenUnavailable, time, ct);
            }
        }
    }

    private async Task WorkOnAsync(Lease lease, CancellationToken ct)
    {
        var waits = false;
        try
        {
            await dispatcher.WorkAsync(lease, ct);
            if (_waiting.TryRemove(lease.OrderKey, out _)) log.LogInformation("Deliveries of {OrderKey} are worked on again", lease.OrderKey);
        }
        catch (ChatException later) when (later.Fault is ChatFault.Temporary)
        {
            waits = true;
            _ = ReleaseLaterAsync(lease, later, ct);
        }
        finally
        {
            if (!waits) inbox.Release(lease);
        }
    }

    /// <summary>Only this channel waits; its lease is held meanwhile.</summary>
    private async Task ReleaseLaterAsync(Lease lease, ChatException later, CancellationToken ct)
    {
        var backoff = _waiting.AddOrUpdate(lease.OrderKey, _ => new(1), (_, before) => before.Next);
        if (backoff.Failures == 1) log.LogWarning("Deliveries of {OrderKey} wait until the platform can be asked: {Reason}", lease.OrderKey, later.Message);
        await Pause.ForAsync(backoff.Wait(later), time, ct);
        inbox.Release(lease);
    }
}
