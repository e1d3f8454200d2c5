using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>Slack's end of one socket.</summary>
internal sealed class PeerSocket(WebSocket socket, Action abort)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => _ended.Task;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task SayAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Ct);

    public async Task SayInPiecesAsync(string frame, int size)
    {
        var pieces = Encoding.UTF8.GetBytes(frame).Chunk(size).ToArray();
        for (var piece = 0; piece < pieces.Length; piece++) await socket.SendAsync(pieces[piece], WebSocketMessageType.Text, endOfMessage: piece == pieces.Length - 1, Ct);
    }

    public Task DeliverAsync(string envelope, string payload = """{"type":"event_callback"}""", bool takesAnswer = false) =>
        SayAsync($$"""{"envelope_id":"{{envelope}}","type":"events_api","payload":{{payload}},"accepts_response_payload":{{(takesAnswer ? "true" : "false")}}}""");

    public Task AskToLeaveAsync(string reason) => SayAsync($$"""{"type":"disconnect","reason":"{{reason}}"}""");

    /// <summary>What the bot says next; null when it closes.</summary>
    public async Task<string?> HearAsync()
    {
        var buffer = new byte[64 * 1024];
        var read = await socket.ReceiveAsync(buffer, Ct).WaitAsync(Patience);
        if (read.MessageType is WebSocketMessageType.Text) return Encoding.UTF8.GetString(buffer, 0, read.Count);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, read.CloseStatus);
        return null;
    }

    /// <summary>The envelope that the bot acknowledges next.</summary>
    public async Task<string> AcknowledgedAsync() => JsonDocument.Parse(await HearAsync() ?? throw new InvalidOperationException("It closed.")).RootElement.GetProperty("envelope_id").GetString()!;

    /// <summary>Receives, which also answers pings, until the bot lets go.</summary>
    public async Task GoneAsync()
    {
        try
        {
            while (await HearAsync() is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            // It did not say goodbye.
        }
        Gone();
    }

    public void Gone() => _ended.TrySetResult();

    /// <summary>The connection is reset.</summary>
    public void Break()
    {
        abort();
        Gone();
    }
}
