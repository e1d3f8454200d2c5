using IncidentBot.Core.Bot;
using IncidentBot.Settings;
using IncidentBot.Storage.LiteDb;

namespace IncidentBot.Workers;

/// <summary>Keeps a whole copy of the database beside it, renewed in the interval of the settings and once when the program stops.</summary>
public sealed class BackupWorker(LiteDbStorage storage, ProgramSettings settings, TimeProvider time, ILogger<BackupWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.BackupEvery == TimeSpan.Zero) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Pause.ForAsync(settings.BackupEvery, time, stoppingToken);
            await BackUpAsync();
        }
    }

    private async Task BackUpAsync()
    {
        try
        {
            log.LogInformation("The database was copied to {Path}", await storage.BackUpAsync(CancellationToken.None));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            log.LogWarning("The database could not be copied; the earlier copy stays as it was: {Reason}", failure.Message);
        }
    }
}
