using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A card as the view of the app's home, for <c>views.publish</c>: docs.slack.dev/reference/methods/views.publish</summary>
internal static class SlackHome
{
    private const string IsShortened = "_There is more than this page can show. `/incident list` and `/incident actions mine` show all of it._";

    public static JsonObject Of(Card card)
    {
        var blocks = SlackBlocks.Of(card.Blocks, tables: false);
        var shown = blocks.Count <= SlackLimits.BlocksOfView ? blocks : [.. blocks.Take(SlackLimits.BlocksOfView - 1), SlackBlocks.Section(IsShortened)];
        return new() { ["type"] = "home", ["blocks"] = new JsonArray([.. shown.Select(block => (JsonNode)block.Json)]) };
    }
}
