using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;

namespace IncidentBot.Slack.SocketMode;

/// <summary>What Slack sends over a socket. <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/></summary>
internal abstract record SocketFrame
{
    private SocketFrame()
    {
    }

    /// <summary>The socket is in use from now on.</summary>
    public sealed record Hello : SocketFrame;

    /// <summary>Slack is about to close the socket.</summary>
    public sealed record Disconnect(string Reason) : SocketFrame;

    /// <param name="Payload">What would be the body over HTTP; null when there is none.</param>
    /// <param name="TakesAnswer">The acknowledgement may carry a body.</param>
    public sealed record Envelope(string Id, JsonElement? Payload, bool TakesAnswer) : SocketFrame;

    /// <summary>Nothing that we know.</summary>
    public sealed record Unknown(string? Type) : SocketFrame;

    public static SocketFrame Read(ReadOnlySpan<byte> utf8)
    {
        if (WellFormedJson.ReadObject(utf8) is not { } frame) return new Unknown(null);
        if (frame.Text("envelope_id") is { } id) return new Envelope(id, frame.Part("payload") is { ValueKind: JsonValueKind.Object } payload ? payload : null, frame.Says("accepts_response_payload"));
        return frame.Text("type") switch
        {
            "hello" => new Hello(),
            "disconnect" => new Disconnect(frame.Text("reason") ?? ""),
            var type => new Unknown(type),
        };
    }
}
