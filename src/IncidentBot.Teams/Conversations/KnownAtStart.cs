using IncidentBot.Core.Bot;
using IncidentBot.Teams.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Conversations;

/// <summary>Loads who and where is known before anything happens, for links and names are made where nothing may wait.</summary>
internal sealed class KnownAtStart(ConversationReferences references, TeamsPeople people, ILogger<KnownAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await references.LoadAsync(cancellationToken);
            await people.LoadAsync(cancellationToken);
        }
        catch (StoreUnavailableException later)
        {
            log.LogWarning("Who and where is known in Teams is loaded when it is needed first: {Reason}", later.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
