using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Intake;

/// <summary>The body of the answer to an <c>adaptiveCard/action</c>
/// (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format).</summary>
internal static class CardActionAnswer
{
    /// <summary>The quietest answer that says something: the card stays as it is, for all who see it, until the bot has worked on the press.</summary>
    public static JsonObject Message(string text) => Of(200, "application/vnd.microsoft.activity.message", text);

    public static JsonObject Error(string code, string message) => Of(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    private static JsonObject Of(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
