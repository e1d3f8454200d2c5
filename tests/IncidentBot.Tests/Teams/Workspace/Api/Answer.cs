using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>How a call is answered.</summary>
public sealed record Answer(int Status, JsonNode? Body = null)
{
    public string? RetryAfter { get; init; }

    public static Answer Refused(int status, string code, string message) => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public string Outcome => (Body as JsonObject)?["error"] switch
    {
        JsonObject error => $"{Status} {error["code"]} {error["message"]}",
        { } error => $"{Status} {error}",
        null => $"{Status}",
    };
}
