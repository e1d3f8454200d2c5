using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>What of blocks people read and press.</summary>
public static class BlockWords
{
    public static string Of(string text, JsonNode? blocks) => string.Join('\n', new[] { text }.Concat(Texts(blocks)).Where(line => line.Length > 0));

    /// <summary>The buttons of blocks, each with its <c>block_id</c>.</summary>
    public static IReadOnlyList<JsonObject> Buttons(JsonArray? blocks)
    {
        var buttons = new List<JsonObject>();
        foreach (var block in blocks?.OfType<JsonObject>() ?? [])
        {
            var elements = (block["elements"] as JsonArray ?? []).Append(block["accessory"]).OfType<JsonObject>();
            foreach (var button in elements.Where(element => (string?)element["type"] == "button"))
            {
                var copy = (JsonObject)button.DeepClone();
                copy["block_id"] = (string?)block["block_id"];
                buttons.Add(copy);
            }
        }
        return buttons;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject { } rich when (string?)rich["type"] == "user" => [$"<@{rich["user_id"]}>"],
        JsonObject { } rich when (string?)rich["type"] == "link" => [(string?)rich["text"] ?? "", (string?)rich["url"] ?? ""],
        JsonObject inner => inner.Where(pair => pair.Key is not ("options" or "value" or "private_metadata")).SelectMany(pair => pair is { Key: "text", Value: JsonValue said } ? [said.ToString()] : Texts(pair.Value)),
        _ => [],
    };
}
