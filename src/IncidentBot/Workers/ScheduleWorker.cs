using IncidentBot.Core.Reminders;

namespace IncidentBot.Workers;

/// <summary>Asks again and again what is owed now: prompts that fall due, weekly reminders.</summary>
public sealed class ScheduleWorker(ScheduledWork scheduled, TimeProvider time, ILogger<ScheduleWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await scheduled.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Scheduled work failed and is asked for again in {Every}", Every);
            }
            await Pause.ForAsync(Every, time, stoppingToken);
        }
    }
}
