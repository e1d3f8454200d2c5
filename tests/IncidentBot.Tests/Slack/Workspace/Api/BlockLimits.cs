using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Slack's rules for blocks: what is said against them, nothing when they are right. https://docs.slack.dev/reference/block-kit/blocks</summary>
public sealed class BlockLimits
{
    private static readonly HashSet<string> InMessages = ["section", "header", "divider", "context", "actions", "image", "table", "rich_text", "markdown", "video", "file", "input"];
    private readonly List<string> _wrong = [];
    private readonly HashSet<string> _blockIds = [];

    public static IReadOnlyList<string> InMessage(JsonArray blocks) => Of(blocks, 50);

    public static IReadOnlyList<string> InView(JsonArray blocks) => Of(blocks, 100);

    private static List<string> Of(JsonArray blocks, int atMost)
    {
        var limits = new BlockLimits();
        if (blocks.Count > atMost) limits.Wrong($"no more than {atMost} items allowed", "/blocks");
        for (var index = 0; index < blocks.Count; index++) limits.Block(blocks[index], $"/blocks/{index.ToString(CultureInfo.InvariantCulture)}");
        if (blocks.OfType<JsonObject>().Count(block => (string?)block["type"] == "table") > 1) limits.Wrong("only_one_table_allowed", "/blocks");
        return limits._wrong;
    }

    private void Block(JsonNode? node, string at)
    {
        if (node is not JsonObject block || (string?)block["type"] is not { } type || !InMessages.Contains(type))
        {
            Wrong($"unsupported type: {node?["type"]}", at);
            return;
        }
        if ((string?)block["block_id"] is { } id)
        {
            if (id.Length is 0 or > 255) Wrong("block_id must have 1 to 255 characters", at);
            if (!_blockIds.Add(id)) Wrong("block_id already exists", at);
        }
        switch (type)
        {
            case "section": Section(block, at); break;
            case "header": Text(block["text"], 150, $"{at}/text", "plain_text"); break;
            case "context": Elements(block, 10, at, element => Text(element, 3000, at)); break;
            case "actions": Elements(block, 25, at, element => ElementLimits.Check(element, Wrong, at)); break;
            case "input": Input(block, at); break;
            case "table": Table(block, at); break;
            case "markdown": Length((string?)block["text"], 12_000, at); break;
        }
    }

    private void Section(JsonObject block, string at)
    {
        var fields = block["fields"] as JsonArray;
        if (block["text"] is null && fields is null) Wrong("must have text or fields", at);
        if (block["text"] is { } text) Text(text, 3000, $"{at}/text");
        if (fields is { Count: 0 or > 10 }) Wrong("must have 1 to 10 fields", at);
        foreach (var field in fields ?? []) Text(field, 2000, $"{at}/fields");
        if (block["accessory"] is JsonObject accessory) ElementLimits.Check(accessory, Wrong, $"{at}/accessory");
    }

    private void Input(JsonObject block, string at)
    {
        Text(block["label"], 2000, $"{at}/label", "plain_text");
        if (block["hint"] is { } hint) Text(hint, 2000, $"{at}/hint", "plain_text");
        if (block["element"] is JsonObject element) ElementLimits.Check(element, Wrong, $"{at}/element");
        else Wrong("missing required field: element", at);
    }

    private void Table(JsonObject block, string at)
    {
        if (block["rows"] is not JsonArray { Count: > 0 and <= 100 } rows)
        {
            Wrong("must have 1 to 100 rows", at);
            return;
        }
        foreach (var row in rows)
        {
            if (row is not JsonArray { Count: > 0 and <= 20 } cells) Wrong("must have 1 to 20 cells", at);
            else if (cells.Any(cell => (string?)cell?["type"] is not ("raw_text" or "rich_text" or "raw_number"))) Wrong("a cell is of an unsupported type", at);
            else if (cells.Any(cell => (string?)cell!["type"] == "raw_text" && string.IsNullOrEmpty((string?)cell["text"]))) Wrong("a cell has no text", at);
        }
        if (State.BlockWords.Of("", block).Length > 10_000) Wrong("a table may have 10000 characters", at);
    }

    private void Elements(JsonObject block, int atMost, string at, Action<JsonObject> check)
    {
        var elements = block["elements"] as JsonArray ?? [];
        if (elements.Count == 0 || elements.Count > atMost) Wrong($"must have 1 to {atMost} elements", at);
        foreach (var element in elements.OfType<JsonObject>()) check(element);
        var ids = elements.Select(element => (string?)element?["action_id"]).OfType<string>().ToList();
        if (ids.Distinct().Count() != ids.Count) Wrong("action_id already exists", at);
    }

    private void Text(JsonNode? node, int atMost, string at, string? only = null)
    {
        if (node is not JsonObject text || (string?)text["type"] is not ("plain_text" or "mrkdwn") || (only is not null && (string?)text["type"] != only)) Wrong($"must be a text object{(only is null ? "" : $" of {only}")}", at);
        else Length((string?)text["text"], atMost, at);
    }

    private void Length(string? text, int atMost, string at)
    {
        if (string.IsNullOrEmpty(text)) Wrong("must be more than 0 characters", at);
        else if (text.Length > atMost) Wrong($"must be less than {atMost + 1} characters", at);
    }

    private void Wrong(string what, string at) => _wrong.Add($"[ERROR] {what} [json-pointer:{at}]");
}
