using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Intake;

/// <summary>The answer that Slack gets within three seconds.</summary>
/// <param name="Body">The body of the HTTP response, or the socket's <c>payload</c>; null: empty.</param>
internal sealed record SlackAck(JsonNode? Body)
{
    public static readonly SlackAck Empty = new((JsonNode?)null);
}
