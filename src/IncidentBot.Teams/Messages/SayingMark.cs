using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Messages;

/// <summary>Marks a card as the saying of a key, by the id of its first element: Microsoft Graph gives the card back, and nothing else that we sent.</summary>
internal static class SayingMark
{
    private const string Prefix = "incidentbot:";

    public static TeamsMessage On(TeamsMessage message, string key)
    {
        if (message.Card["body"] is not JsonArray { Count: > 0 } body || body[0] is not JsonObject first || first.ContainsKey("id")) return message;
        var card = (JsonObject)message.Card.DeepClone();
        card["body"]![0]!["id"] = Prefix + key;
        return message with { Card = card };
    }

    /// <param name="message">As Graph has it (learn.microsoft.com/graph/api/resources/chatmessage).</param>
    public static bool IsOn(JsonElement message, string key) => message.Items("attachments").Any(attachment =>
        attachment.Text("contentType") == TeamsMessage.ContentType
        && attachment.Text("content") is { } content && WellFormedJson.ReadObject(content) is { } card
        && card.Items("body").FirstOrDefault().Text("id") == Prefix + key);
}
