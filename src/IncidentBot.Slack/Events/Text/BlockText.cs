using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Text;

/// <summary>What blocks say, a line or more a block (docs.slack.dev/reference/block-kit/blocks). Blocks without words, and unknown ones, say nothing.</summary>
internal static class BlockText
{
    /// <summary>The lines of all blocks of a message or an attachment.</summary>
    public static IEnumerable<string> Lines(JsonElement parent) => parent.Items("blocks").SelectMany(Of);

    private static IEnumerable<string> Of(JsonElement block) => block.Filled("type") switch
    {
        "rich_text" => RichTextText.Lines(block),
        "section" => TextOf(block, "text").Concat(block.Items("fields").SelectMany(TextOf)),
        "header" or "markdown" => TextOf(block, "text"),
        "context" => Joined(block.Items("elements").SelectMany(TextOf)),
        "image" or "video" => TextOf(block, "title").Append(block.Filled("alt_text") ?? "").Take(1),
        "table" => block.Items("rows").Select(row => string.Join(" | ", row.ValueKind is JsonValueKind.Array ? row.EnumerateArray().Select(Cell) : [])),
        _ => [],
    };

    private static string Cell(JsonElement cell) => cell.Filled("type") == "rich_text" ? string.Join(' ', RichTextText.Lines(cell)) : cell.Filled("text") ?? "";

    /// <summary>A member that is a text object, or a bare text.</summary>
    private static IEnumerable<string> TextOf(JsonElement parent, string name) => (parent.Filled(name) ?? parent.Part(name)?.Filled("text")) is { } text ? [text] : [];

    private static IEnumerable<string> TextOf(JsonElement element) => element.Filled("text") is { } text ? [text] : [];

    private static IEnumerable<string> Joined(IEnumerable<string> parts) => string.Join(' ', parts) is { Length: > 0 } line ? [line] : [];
}
