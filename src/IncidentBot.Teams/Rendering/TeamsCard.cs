using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A card as messages within the size that Teams takes.</summary>
internal static class TeamsCard
{
    /// <summary>All of the card. There is always a first message.</summary>
    public static IReadOnlyList<TeamsMessage> Of(Card card, TeamsRefs? refs = null) => [InOneMessage(card, refs)];

    /// <summary>The card in one message, where there cannot be a second, as when a message is updated; says so when it had to be shortened.</summary>
    public static TeamsMessage InOneMessage(Card card, TeamsRefs? refs = null) => new(
        new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = card.Fallback,
            ["body"] = new JsonArray(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = card.Fallback }) }),
            ["actions"] = new JsonArray([.. card.Blocks.OfType<Choices>().SelectMany(block => block.Buttons).Select(button => (JsonNode)Button(button))]),
        },
        card.Fallback);

    private static JsonObject Button(Button button) => BotTables.Button(button.Action)?.OpensForm is null
        ? new()
        {
            ["type"] = "Action.Execute",
            ["title"] = button.Label,
            ["verb"] = button.Action,
            ["data"] = CardData.OfButton(button.Action, button.Value),
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = button.Label, ["data"] = CardData.OfButton(button.Action, button.Value) },
        }
        : new() { ["type"] = "Action.Submit", ["title"] = button.Label, ["data"] = Opening(button) };

    private static JsonObject Opening(Button button)
    {
        var data = CardData.OfButton(button.Action, button.Value);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return data;
    }
}
