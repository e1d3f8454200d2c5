using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A card as messages within Slack's limits.</summary>
/// <remarks>A card that is too long for one message goes on in further ones in the same thread, in the order in which it is read. The buttons that end it stand on the first:
/// it is the one that is updated later.</remarks>
internal static class SlackCard
{
    private const string GoesOn = "_This goes on in the next message._";
    private const string IsShortened = "_This is shortened: one Slack message cannot hold more. Ask for it again and all of it is posted._";

    /// <summary>All of the card. There is always a first message.</summary>
    public static IReadOnlyList<SlackMessage> Of(Card card)
    {
        var pages = Pages(card, GoesOn);
        return [.. pages.Select((page, index) => new SlackMessage(Json(page), Text(card, index == 0 ? "" : $" ({index + 1} of {pages.Count})")))];
    }

    /// <summary>The card in one message, where there cannot be a second; says so when it had to be shortened.</summary>
    public static SlackMessage InOneMessage(Card card) => new(Json(Pages(card, IsShortened)[0]), Text(card, ""));

    private static List<List<SlackBlock>> Pages(Card card, string end)
    {
        var blocks = SlackBlocks.Of(card.Blocks, tables: true);
        var pages = new List<List<SlackBlock>> { new() };
        foreach (var block in blocks)
        {
            if (!Fits(pages[^1], block, 0)) pages.Add([]);
            pages[^1].Add(block);
        }
        if (pages.Count == 1) return pages;

        var buttons = blocks.Reverse().TakeWhile(block => block.Kind is SlackBlockKind.Buttons).Reverse().ToList();
        List<SlackBlock> ending = [SlackBlocks.Section(end), .. buttons];
        pages = [[]];
        foreach (var block in blocks.SkipLast(buttons.Count))
        {
            if (!Fits(pages[^1], block, pages.Count == 1 ? ending.Count : 0, pages.Count == 1 ? end.Length : 0)) pages.Add([]);
            pages[^1].Add(block);
        }
        pages[0].AddRange(ending);
        return pages;
    }

    private static bool Fits(List<SlackBlock> page, SlackBlock block, int blocksToCome, int charactersToCome = 0) =>
        page.Count == 0
        || (page.Count + 1 + blocksToCome <= SlackLimits.BlocksOfMessage
            && page.Sum(one => one.Length) + block.Length + charactersToCome <= SlackLimits.MessageCharacters
            && (block.Kind is not SlackBlockKind.Table || page.FindAll(one => one.Kind is SlackBlockKind.Table).Count < SlackLimits.TablesOfMessage));

    private static JsonArray Json(IEnumerable<SlackBlock> page) => new([.. page.Select(block => (JsonNode)block.Json)]);

    private static string Text(Card card, string part) => SlackText.Fallback(card.Fallback, SlackLimits.MessageText - part.Length) + part;
}
