using IncidentBot.Core.Bot;

namespace IncidentBot.Workers;

/// <summary>Takes deliveries from the inbox, channel by channel, several channels at once.</summary>
public sealed class InboxWorker(IInbox inbox, Dispatcher dispatcher, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    private const int Side = 4;
    private const int MostAtOnce = 64;
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Side).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var lease = await inbox.NextAsync(MostAtOnce, ct);
                try
                {
                    await dispatcher.WorkAsync(lease, ct);
                }
                finally
                {
                    inbox.Release(lease);
                }
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
}
