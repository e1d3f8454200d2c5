using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Receives what happens in Slack over two sockets that are opened apart, so that one is live while Slack rotates the other.</summary>
internal sealed class SocketModeWorker(SocketOpening opening, SocketStates states, SocketTimings timings, TimeProvider time, ILogger<SocketModeWorker> log) : BackgroundService
{
    private const int Sockets = 2;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(1, Sockets).Select(number => OwnAsync(number, stoppingToken)));

    private async Task OwnAsync(int number, CancellationToken ct)
    {
        try
        {
            await Task.Delay((number - 1) * timings.Apart, time, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await new SocketOwner(number, opening, new(timings, Random.Shared.NextDouble), states, timings, time, log).RunAsync(ct);
    }
}
