using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Rendering;

/// <summary>Cards as JSON.</summary>
internal static class CardJson
{
    /// <summary>What it takes of a message. Characters beyond ASCII count as they are escaped, which is more than Teams counts.</summary>
    public static int Length(JsonNode json) => json.ToJsonString().Length;

    /// <summary>A card of these elements. Teams shows cards of bots up to version 1.5.</summary>
    public static JsonObject Card(JsonArray body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["body"] = body,
    };
}
