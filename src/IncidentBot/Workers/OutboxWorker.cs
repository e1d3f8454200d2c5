using IncidentBot.Core.Bot;

namespace IncidentBot.Workers;

/// <summary>Delivers what the outbox holds: one after another within a channel, channels side by side, so that a slow one holds up no other.</summary>
public sealed class OutboxWorker(IOutbox outbox, OutboxDelivery delivery, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _slots = new(MostAtOnce);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartNextAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox failed and goes on");
                await Pause.ForAsync(WhenUnavailable, time, stoppingToken);
            }
        }
        for (var slot = 0; slot < MostAtOnce; slot++) await _slots.WaitAsync(CancellationToken.None); // what was begun is finished
    }

    private async Task StartNextAsync(CancellationToken ct)
    {
        await _slots.WaitAsync(ct);
        IReadOnlyList<OutboxRow> rows = [];
        try
        {
            rows = await outbox.NextAsync(1, ct);
        }
        finally
        {
            if (rows.Count == 0) _slots.Release();
        }
        foreach (var row in rows) _ = Task.Run(() => DeliverAsync(row), CancellationToken.None);
    }

    private async Task DeliverAsync(OutboxRow row)
    {
        using var scope = log.BeginScope("OutboxId:{OutboxId}", row.Id);
        try
        {
            await delivery.DeliverAsync(row, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Saying {OutboxKey} was not written down as delivered and comes again", row.Key.Value);
            await Pause.ForAsync(WhenUnavailable, time, CancellationToken.None);
        }
        finally
        {
            outbox.Release(row);
            _slots.Release();
        }
    }
}
