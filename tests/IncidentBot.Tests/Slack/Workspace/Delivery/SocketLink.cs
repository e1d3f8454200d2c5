using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>One connection of the app.</summary>
public sealed class SocketLink : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly SilenceableStream _stream;
    private readonly WebSocket _socket;
    private readonly WorkspaceOptions _options;
    private readonly AckClock _clock;
    private readonly WorkspaceState _state;
    private readonly Channel<JsonObject> _frames = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentDictionary<string, Sent> _unacked = new();
    private readonly CancellationTokenSource _ended = new();
    private volatile bool _leaving;
    private volatile bool _closed;

    private SocketLink(HttpContext context, Stream stream, WorkspaceOptions options, AckClock clock, WorkspaceState state)
    {
        (_context, _stream, _options, _clock, _state) = (context, new(stream), options, clock, state);
        _socket = WebSocket.CreateFromStream(_stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
    }

    public bool IsOpen => !_closed;

    /// <summary>The app is at its other end no more, and nobody has noticed.</summary>
    public bool IsSilent => _stream.IsSilent;

    public bool TakesEnvelopes => !_closed && !_leaving;

    private sealed record Sent(Envelope Envelope, long At, TaskCompletionSource<Answer> Answered);

    public static async Task<SocketLink> AcceptAsync(HttpContext context, WorkspaceOptions options, AckClock clock, WorkspaceState state) =>
        new(context, await Handshake.AcceptAsync(context), options, clock, state);

    public void Hello(int connections) => _frames.Writer.TryWrite(new()
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject { ["host"] = "applink-double", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = WorkspaceState.AppId },
    });

    /// <summary>No more envelopes on this connection; it still takes acknowledgements, and ends soon.</summary>
    public void Disconnect(string reason)
    {
        _leaving = true;
        _frames.Writer.TryWrite(new() { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-double" } });
        _ = EndLaterAsync();
    }

    public async Task<Answer> SendAsync(Envelope envelope, JsonObject frame)
    {
        var sent = new Sent(envelope, TimeProvider.System.GetTimestamp(), new(TaskCreationOptions.RunContinuationsAsynchronously));
        _unacked[(string)frame["envelope_id"]!] = sent;
        if (_closed || !_frames.Writer.TryWrite(frame)) return new(false, Reason: "connection_failed");
        try
        {
            return await sent.Answered.Task.WaitAsync(_options.AckWithin, TimeProvider.System, _ended.Token);
        }
        catch (OperationCanceledException)
        {
            return new(false, Reason: "connection_failed");
        }
        catch (TimeoutException)
        {
            if (!_stream.IsSilent) _clock.Late(envelope, "not in time");
            return new(false, Reason: "timeout");
        }
    }

    /// <summary>Sends and receives until the connection is gone.</summary>
    public async Task RunAsync()
    {
        var sending = SendAllAsync();
        try
        {
            await ReceiveAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // the app went away; what it did not acknowledge comes again
        }
        _closed = true;
        _frames.Writer.TryComplete();
        await _ended.CancelAsync();
        await sending;
    }

    public void GoSilent() => _stream.IsSilent = true;

    public async Task CutMidFrameAsync()
    {
        await _stream.WriteAsync(new byte[] { 0x81, 126, 4, 0, (byte)'{', (byte)'"' }); // a text frame of 1,024 bytes, of which two come
        await _stream.FlushAsync();
        _closed = true;
        _context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _ended.Dispose();
        await _stream.DisposeAsync();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync(_ended.Token)) await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, _ended.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            _closed = true;
        }
    }

    private async Task ReceiveAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(), _ended.Token);
            if (got.MessageType is WebSocketMessageType.Close) break;
            frame.Write(buffer, 0, got.Count);
            if (!got.EndOfMessage) continue;
            Acknowledged(Encoding.UTF8.GetString(frame.ToArray()));
            frame.SetLength(0);
        }
        if (_socket.State is WebSocketState.CloseReceived) await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _ended.Token);
    }

    private void Acknowledged(string text)
    {
        var ack = JsonNode.Parse(text);
        if ((string?)ack?["envelope_id"] is not { } id || !_unacked.TryRemove(id, out var sent))
        {
            _state.Violations.Enqueue("A frame came that acknowledges nothing which was sent on its connection");
            return;
        }
        var body = ack["payload"] is JsonObject { Count: 0 } ? null : ack["payload"]?.DeepClone();
        if (body is not null && !sent.Envelope.Accepts) _state.Violations.Enqueue($"{sent.Envelope.Name} was answered with a payload that it does not accept");
        _clock.Took(TimeProvider.System.GetElapsedTime(sent.At), sent.Envelope);
        sent.Answered.TrySetResult(new(true, body));
    }

    private async Task EndLaterAsync()
    {
        await Task.Delay(_options.DisconnectGrace, TimeProvider.System);
        if (!_closed) _context.Abort();
    }
}
