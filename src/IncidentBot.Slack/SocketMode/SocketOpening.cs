using System.Net.WebSockets;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Opens a socket: asks for its address, which is good for one connection, connects, and waits for Slack's hello.</summary>
internal sealed class SocketOpening(SocketAddress address, TakeDelivery take, SocketStates states, MissedHistory missed, SocketTimings timings, TimeProvider time, ILogger<SocketOpening> log)
{
    /// <summary>A live socket.</summary>
    /// <exception cref="SocketEndedException">It came to none.</exception>
    public async Task<SlackSocket> OpenAsync(int owner, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(timings.OpenWithin, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        var connection = new ClientWebSocket { Options = { KeepAliveInterval = timings.KeepAlive, KeepAliveTimeout = timings.KeepAlive } };
        try
        {
            await connection.ConnectAsync(await address.NextAsync(ends.Token), ends.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is SlackApiException or WebSocketException or OperationCanceledException)
        {
            connection.Dispose();
            throw new SocketEndedException(failure is SlackApiException refused ? SocketEnding.Of(refused) : new(EndingKind.Failed, "No socket to Slack could be connected."));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        return await GreetedAsync(new(owner, new(connection, timings, time), take, states, missed.Ask, timings, time, log), ends.Token, ct);
    }

    private static async Task<SlackSocket> GreetedAsync(SlackSocket socket, CancellationToken late, CancellationToken ct)
    {
        try
        {
            await Task.WhenAny(socket.Hello, socket.Ending).WaitAsync(late);
            if (socket.Hello.IsCompleted) return socket;
        }
        catch (OperationCanceledException)
        {
            await socket.CloseAsync();
            ct.ThrowIfCancellationRequested();
            throw new SocketEndedException(new(EndingKind.Failed, "Slack did not say hello on a new socket."));
        }
        await socket.CloseAsync();
        throw new SocketEndedException(await socket.Ending);
    }
}

/// <summary>A socket could not be brought to life.</summary>
internal sealed class SocketEndedException(SocketEnding ending) : Exception(ending.Why)
{
    public SocketEnding Ending { get; } = ending;
}
