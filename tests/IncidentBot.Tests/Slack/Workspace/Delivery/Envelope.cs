using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>One thing that the app is told, whatever the way.</summary>
/// <param name="Kind"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
/// <param name="Accepts">The acknowledgement may carry a payload.</param>
public sealed record Envelope(string Kind, JsonObject Payload, bool Accepts)
{
    /// <summary>What it is, for messages of failures.</summary>
    public string Name => (string?)Payload["event"]?["type"] ?? (string?)Payload["type"] ?? (string?)Payload["command"] ?? Kind;
}

/// <summary>How the app took it.</summary>
/// <param name="Reason">Why it counts as not acknowledged, in Slack's words.</param>
public sealed record Answer(bool Acked, JsonNode? Body = null, string Reason = "");

/// <summary>A way to the app: its sockets, or its addresses.</summary>
public interface IWayIn
{
    /// <param name="attempt">0 for the first time.</param>
    Task<Answer> SendAsync(Envelope envelope, int attempt, string reason);
}
