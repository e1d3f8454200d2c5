using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A card's blocks as elements of an Adaptive Card (adaptivecards.io/explorer); how many of them a message takes is decided by <see cref="TeamsCard"/>.</summary>
internal sealed class TeamsBlocks(TeamsLines lines, TeamsMentions mentions) : ICardRenderer<IEnumerable<TeamsElement>>
{
    private const string LabelWidth = "96px";

    public IEnumerable<TeamsElement> Heading(Heading block)
    {
        var text = Literal.Line(Literal.InMarkdown(CleanText.Line(block.Text)));
        return text.Length == 0 ? [] : [Element(new()
        {
            ["type"] = "TextBlock",
            ["style"] = "heading",
            ["size"] = block.Level == 1 ? "Large" : "Medium",
            ["weight"] = "Bolder",
            ["spacing"] = block.Level == 1 ? "Default" : "Medium",
            ["wrap"] = true,
            ["text"] = text,
        })];
    }

    public IEnumerable<TeamsElement> Paragraph(Paragraph block) => lines.Of(block.Text).Select(Together);

    public IEnumerable<TeamsElement> Bullets(Bullets block) => block.Items.SelectMany(item => lines.Of(item).Select((piece, index) => Beside(index == 0 ? "•" : " ", "12px", piece, "Small")));

    public IEnumerable<TeamsElement> Facts(Facts block) => block.Items.SelectMany(item => Values(item.Value).Select((piece, index) => Beside(index == 0 ? item.Label : " ", LabelWidth, piece, "Small")));

    public IEnumerable<TeamsElement> Quote(Quote block) => lines.Of(block.Text).Select(piece => Element(new() { ["type"] = "Container", ["style"] = "emphasis", ["items"] = piece }))
        .Concat(lines.Of(block.Byline).Select(piece => Together(Subtle(piece))));

    public IEnumerable<TeamsElement> Table(Table block) => TeamsTable.Of(block, lines, mentions) ?? TeamsTable.AsList(block).SelectMany(part => part.Accept(this));

    public IEnumerable<TeamsElement> Choices(Choices block) => block.Buttons.Select(button => (JsonNode)TeamsButton.Of(button)).Chunk(TeamsLimits.ActionsOfRow)
        .Select(some => Element(new() { ["type"] = "ActionSet", ["actions"] = new JsonArray(some) }, TeamsElementKind.Buttons));

    private IEnumerable<JsonArray> Values(RichText value) => lines.Of(value).DefaultIfEmpty([lines.Line(" ")]);

    private TeamsElement Beside(string label, string width, JsonArray items, string spacing) => Element(new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = spacing,
        ["columns"] = new JsonArray(
            new JsonObject { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(Label(label)) }) },
            new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["spacing"] = "Small", ["items"] = items }),
    });

    private static JsonObject Label(string label) => new() { ["type"] = "TextRun", ["text"] = Literal.InRun(label), ["isSubtle"] = true };

    private static JsonArray Subtle(JsonArray items)
    {
        foreach (var text in items.SelectMany(line => line!["inlines"] is JsonArray runs ? runs.AsEnumerable() : [line]))
        {
            text!["isSubtle"] = true;
            text["size"] = "Small";
        }
        return items;
    }

    private TeamsElement Together(JsonArray items) => Element(items is [JsonObject only] ? (JsonObject)only.DeepClone() : new() { ["type"] = "Container", ["items"] = items });

    private TeamsElement Element(JsonObject json, TeamsElementKind kind = TeamsElementKind.Text) => new(kind, json, mentions.LengthWith(json));
}
