using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Keeps one socket to Slack alive for as long as the program runs. The new one is live before the old one is closed.</summary>
internal sealed class SocketOwner(int number, SocketOpening opening, ReconnectPolicy policy, SocketStates states, SocketTimings timings, TimeProvider time, ILogger log)
{
    private readonly List<Task> _closing = [];
    private SlackSocket? _current;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var (ending, lived) = await LiveAsync(ct);
                states.Ended(number, ending);
                if (ending.Kind is EndingKind.TooMany or EndingKind.SwitchedOff)
                {
                    Close();
                    await Task.WhenAll(_closing);
                }
                var pause = policy.PauseAfter(ending, lived);
                log.Log(ending.Kind is EndingKind.Rotation ? LogLevel.Information : LogLevel.Warning, "Socket {Number} to Slack is opened again in {Pause:0.0} s: {Reason}", number, pause.TotalSeconds, ending.Why);
                await Task.Delay(pause, time, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Close();
            await Task.WhenAll(_closing);
        }
    }

    // Opens a socket in the place of the one that stands, and waits until it must be replaced itself.
    private async Task<(SocketEnding Ending, TimeSpan Lived)> LiveAsync(CancellationToken ct)
    {
        try
        {
            if (_current is null) await Task.Delay(states.UntilApart(timings.Apart), time, ct);
            var next = await opening.OpenAsync(number, ct);
            Close();
            _current = next;
            var ending = await next.Ending.WaitAsync(ct);
            if (ending.Kind is EndingKind.Failed) Close();
            return (ending, next.Lived);
        }
        catch (SocketEndedException failed)
        {
            return (failed.Ending, TimeSpan.Zero);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested)
        {
            log.LogError(bug, "Socket {Number} to Slack failed and is opened again", number);
            return (new(EndingKind.Failed, "The socket to Slack failed; why stands in the log."), TimeSpan.Zero);
        }
    }

    private void Close()
    {
        _closing.RemoveAll(closing => closing.IsCompletedSuccessfully);
        if (_current is { } socket) _closing.Add(socket.CloseAsync());
        _current = null;
    }
}
