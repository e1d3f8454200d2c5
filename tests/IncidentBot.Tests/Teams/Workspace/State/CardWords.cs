using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>What of a card people read, press and fill in.</summary>
public static class CardWords
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static string Of(string text, JsonNode? attachments) => string.Join('\n', new[] { text }.Concat(Texts(attachments)).Where(line => line.Length > 0));

    public static IReadOnlyList<JsonObject> Actions(JsonNode? node) => [.. Objects(node).Where(inner => ((string?)inner["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true)];

    public static IReadOnlyList<JsonObject> Inputs(JsonNode? node) => [.. Objects(node).Where(inner => ((string?)inner["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject rich when (string?)rich["type"] == "RichTextBlock" => [string.Concat((rich["inlines"] as JsonArray ?? []).Select(run => run is JsonValue said ? (string)said! : (string?)run?["text"]))],
        JsonObject inner => inner.Where(part => part.Key is not ("data" or "choices" or "fallback" or "msteams")).SelectMany(part => part is { Key: "text" or "title" or "label" or "value" or "name", Value: JsonValue said } ? [said.ToString()] : Texts(part.Value)),
        _ => [],
    };

    // What stands under "fallback" is not shown: the double knows every kind of element.
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Objects),
        JsonObject inner => new[] { inner }.Concat(inner.Where(part => part.Key is not ("data" or "fallback" or "msteams")).SelectMany(part => Objects(part.Value))),
        _ => [],
    };
}
