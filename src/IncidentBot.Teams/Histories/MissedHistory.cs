using IncidentBot.Core.Bot;
using IncidentBot.Teams.Check;
using IncidentBot.Teams.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Histories;

/// <summary>Has the rooms of every tenant read when something may have been missed: once the program listens, and each hour.</summary>
/// <remarks>Teams has no connection whose loss would tell of a gap: what could not be delivered, for example while the endpoint was out of reach, comes no more after a few tries.
/// A reading goes on a little before the last one, so that an hourly one is a request or two for each room.</remarks>
internal sealed class MissedHistory(ConversationReferences references, CheckConsents consents, HistoryRequests requests, IHostApplicationLifetime program, TimeProvider time, ILogger<MissedHistory> log) : BackgroundService
{
    public static readonly TimeSpan Regularly = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListeningAsync(stoppingToken);
            using var regularly = new PeriodicTimer(Regularly, time);
            await AskAsync(stoppingToken);
            await TellConsentsAsync(stoppingToken);
            while (await regularly.WaitForNextTickAsync(stoppingToken)) await AskAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start asks for everything.
        }
    }

    private async Task ListeningAsync(CancellationToken ct)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = program.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(ct);
    }

    private async Task AskAsync(CancellationToken ct)
    {
        try
        {
            foreach (var tenant in await references.TenantsAsync(ct)) requests.Ask(new(TeamsIds.Workspace(tenant)));
        }
        catch (StoreUnavailableException failed)
        {
            log.LogWarning("The history of Teams' rooms is not read now: {Reason}", failed.Message);
        }
    }

    // For the operator: people are told in their rooms.
    private async Task TellConsentsAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var line in consents.RunAsync(ct))
                log.Log(line.Result is CheckResult.Fine ? LogLevel.Information : LogLevel.Warning, "{Permission}, {Words}", line.Subject, line.Words);
        }
        catch (StoreUnavailableException failed)
        {
            log.LogWarning("Which teams there are is not known now: {Reason}", failed.Message);
        }
    }
}
