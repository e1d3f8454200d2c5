using IncidentBot.Core.Bot;
using IncidentBot.Storage.Journal;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>Forgets, at the start and once a day, ids of deliveries that were done long ago.</summary>
internal sealed class DonePruning(LiteDbDeliveries deliveries, DeliveryJournal journal, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _daily = Task.CompletedTask;

    public async Task StartAsync(CancellationToken ct)
    {
        await deliveries.PruneAsync(time.GetUtcNow(), journal.Since, ct);
        _daily = Task.Run(DailyAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _daily;
        _stop.Dispose();
    }

    private async Task DailyAsync()
    {
        while (true)
        {
            await Task.Delay(Every, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested) return;
            try
            {
                await deliveries.PruneAsync(time.GetUtcNow(), journal.Since, _stop.Token);
            }
            catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
            {
                log.LogInformation("Old delivery ids are forgotten another day: {Reason}", failure.Message);
            }
        }
    }
}
