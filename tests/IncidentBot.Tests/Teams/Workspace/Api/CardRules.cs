using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What Teams wants of an Adaptive Card of version 1.5: what is said against it, nothing when it is right. adaptivecards.io/explorer</summary>
public sealed class CardRules
{
    private static readonly HashSet<string> Elements =
    [
        "TextBlock", "RichTextBlock", "Image", "Media", "ImageSet", "Container", "ColumnSet", "FactSet", "Table", "ActionSet",
        "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet",
    ];

    private static readonly HashSet<string> ActionTypes = ["Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility"];
    private readonly List<string> _wrong = [];
    private readonly HashSet<string> _ids = [];

    public static IReadOnlyList<string> Against(JsonNode? attachment)
    {
        var rules = new CardRules();
        if (attachment is not JsonObject some || (string?)some["contentType"] is not { Length: > 0 } type) return ["an attachment without contentType"];
        if (type == CardWords.ContentType) rules.Card(some["content"] as JsonObject, "card");
        return rules._wrong;
    }

    private void Card(JsonObject? card, string at)
    {
        if ((string?)card?["type"] != "AdaptiveCard") _wrong.Add($"{at}: no AdaptiveCard");
        if (!Version.TryParse((string?)card?["version"], out var version) || version > new Version(1, 5)) _wrong.Add($"{at}: version {card?["version"]}");
        Each(card?["body"], $"{at}.body", Element);
        Each(card?["actions"], $"{at}.actions", Action);
    }

    private void Element(JsonObject element, string at)
    {
        var type = (string?)element["type"] ?? "";
        if (!Elements.Contains(type)) _wrong.Add($"{at}: unknown element “{type}”");
        if ((string?)element["id"] is { } id && !_ids.Add(id)) _wrong.Add($"{at}: id {id} is there twice");
        if (type.StartsWith("Input.", StringComparison.Ordinal)) Needs(element, at, "id");
        switch (type)
        {
            case "TextBlock": Needs(element, at, "text"); break;
            case "Image": Needs(element, at, "url"); break;
            case "RichTextBlock": NotEmpty(element["inlines"], $"{at}.inlines"); break;
            case "Container": Each(element["items"], $"{at}.items", Element); break;
            case "ActionSet": Each(element["actions"], $"{at}.actions", Action); break;
            case "ColumnSet": Each(element["columns"], $"{at}.columns", (column, where) => Each(column["items"], where, Element)); break;
            case "FactSet": Each(element["facts"], $"{at}.facts", (fact, where) => Needs(fact, where, "title", "value")); break;
            case "Input.ChoiceSet": Each(element["choices"], $"{at}.choices", (choice, where) => Needs(choice, where, "title", "value")); break;
            case "Input.Toggle": Needs(element, at, "title"); break;
            case "Table": Table(element, at); break;
        }
    }

    private void Table(JsonObject table, string at)
    {
        NotEmpty(table["columns"], $"{at}.columns");
        Each(table["rows"], $"{at}.rows", (row, where) =>
        {
            if ((string?)row["type"] != "TableRow") _wrong.Add($"{where}: no TableRow");
            if ((row["cells"] as JsonArray)?.Count != (table["columns"] as JsonArray)?.Count) _wrong.Add($"{where}: not as many cells as columns");
            Each(row["cells"], $"{where}.cells", (cell, inner) => Each(cell["items"], $"{inner}.items", Element));
        });
    }

    private void Action(JsonObject action, string at)
    {
        var type = (string?)action["type"] ?? "";
        if (!ActionTypes.Contains(type)) _wrong.Add($"{at}: unknown action “{type}”");
        Needs(action, at, "title");
        if (type == "Action.OpenUrl") Needs(action, at, "url");
        if (type == "Action.ShowCard") Card(action["card"] as JsonObject, $"{at}.card");
        if (action["fallback"] is JsonObject fallback) Action(fallback, $"{at}.fallback");
    }

    private void Needs(JsonObject node, string at, params string[] names)
    {
        foreach (var name in names)
            if (node[name]?.GetValueKind() is not JsonValueKind.String || (string?)node[name] is "" or null) _wrong.Add($"{at}: {name} is missing or empty");
    }

    private void NotEmpty(JsonNode? node, string at)
    {
        if (node is not JsonArray { Count: > 0 }) _wrong.Add($"{at}: nothing there");
    }

    private void Each(JsonNode? node, string at, Action<JsonObject, string> check)
    {
        if (node is null) return;
        if (node is not JsonArray many)
        {
            _wrong.Add($"{at}: no list");
            return;
        }
        for (var index = 0; index < many.Count; index++)
            if (many[index] is JsonObject one) check(one, $"{at}[{index}]");
            else _wrong.Add($"{at}[{index}]: no object");
    }
}
