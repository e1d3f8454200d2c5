using System.Buffers;
using System.Net.WebSockets;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Whole messages over a socket: fragments joined, one send at a time, an end that does not wait for the peer.</summary>
internal sealed class SocketMessages(WebSocket socket, SocketTimings timings, TimeProvider time) : IDisposable
{
    /// <summary>Longer ones are read over. Slack's are some kB; the largest known are below 100.</summary>
    public const int LargestMessage = 8 * 1024 * 1024;

    private const int Piece = 16 * 1024;

    private readonly SemaphoreSlim _sending = new(1);
    private ArrayBufferWriter<byte> _joined = new(Piece);

    /// <summary>The next message, which is good until the next call; empty for one that was too long; null when the peer has closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> NextAsync()
    {
        if (_joined.Capacity > 64 * Piece) _joined = new(Piece);
        _joined.ResetWrittenCount();
        var tooLong = false;
        while (true)
        {
            var read = await socket.ReceiveAsync(_joined.GetMemory(Piece), CancellationToken.None);
            if (read.MessageType is WebSocketMessageType.Close) return null;
            _joined.Advance(read.Count);
            tooLong |= _joined.WrittenCount > LargestMessage;
            if (tooLong) _joined.ResetWrittenCount();
            if (read.EndOfMessage) return _joined.WrittenMemory;
        }
    }

    /// <exception cref="WebSocketException">The socket has ended.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says that we close, and waits for a moment until the receiving has ended; then lets go.</summary>
    public async Task CloseAsync(Task received)
    {
        using var limit = new CancellationTokenSource(timings.CloseWithin, time);
        try
        {
            await _sending.WaitAsync(limit.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await received.WaitAsync(limit.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The peer is gone or keeps us waiting: either way the socket has had its time.
        }
        socket.Abort();
    }

    public void Dispose()
    {
        socket.Dispose();
        _sending.Dispose();
    }
}
