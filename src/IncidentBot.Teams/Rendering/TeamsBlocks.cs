using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A card's blocks as elements of an Adaptive Card (adaptivecards.io/explorer); how many of them a message takes is decided by <see cref="TeamsCard"/>.</summary>
internal sealed class TeamsBlocks(TeamsLines lines, TeamsMentions mentions) : ICardRenderer<IEnumerable<TeamsElement>>
{
    private const string BulletWidth = "12px";
    private const string LabelWidth = "112px";

    /// <summary>A longer word would not fit into the column of labels.</summary>
    private const int LongestWordOfLabel = 14;

    /// <summary>All blocks in order; what follows a heading stands close to it.</summary>
    public static IEnumerable<TeamsElement> Of(IReadOnlyList<CardBlock> blocks, TeamsLines lines, TeamsMentions mentions)
    {
        var renderer = new TeamsBlocks(lines, mentions);
        var before = (CardBlock?)null;
        foreach (var block in blocks)
        {
            var first = true;
            foreach (var element in block.Accept(renderer))
            {
                if (first && before is Heading && element.Table is null) element.Json["spacing"] = "Small";
                first = false;
                yield return element;
            }
            before = block;
        }
    }

    public IEnumerable<TeamsElement> Heading(Heading block)
    {
        var text = Literal.Line(Literal.InMarkdown(CleanText.Line(block.Text)));
        return text.Length == 0 ? [] : [Element(new()
        {
            ["type"] = "TextBlock",
            ["style"] = "heading",
            ["size"] = block.Level == 1 ? "Large" : "Medium",
            ["weight"] = "Bolder",
            ["spacing"] = block.Level == 1 ? "Large" : "Medium",
            ["wrap"] = true,
            ["text"] = text,
        })];
    }

    public IEnumerable<TeamsElement> Paragraph(Paragraph block) => lines.Of(block.Text).Select(Together);

    public IEnumerable<TeamsElement> Bullets(Bullets block) => block.Items.SelectMany(item => lines.Of(item).Select((piece, index) => Beside(index == 0 ? "•" : " ", BulletWidth, piece)));

    public IEnumerable<TeamsElement> Facts(Facts block) => block.Items.SelectMany(item => item.Label.Split(' ', '\n').All(word => word.Length <= LongestWordOfLabel)
        ? Values(item.Value).Select((piece, index) => Beside(index == 0 ? item.Label : " ", LabelWidth, piece))
        : lines.Of(item.Label).Concat(Values(item.Value)).Select((piece, index) => Together(index == 0 ? Subtle(piece, "Default") : piece)));

    public IEnumerable<TeamsElement> Quote(Quote block) => lines.Of(block.Text).Select(piece => Element(new() { ["type"] = "Container", ["style"] = "emphasis", ["items"] = piece }))
        .Concat(lines.Of(block.Byline).Select(piece => Together(Subtle(piece, "Small"))));

    public IEnumerable<TeamsElement> Table(Table block) => TeamsTable.Of(block, lines, mentions) ?? TeamsTable.AsList(block).SelectMany(part => part.Accept(this));

    public IEnumerable<TeamsElement> Choices(Choices block) => block.Buttons.Select(button => (JsonNode)TeamsButton.Of(button)).Chunk(TeamsLimits.ActionsOfRow)
        .Select(some => Element(new() { ["type"] = "ActionSet", ["actions"] = new JsonArray(some) }, TeamsElementKind.Buttons));

    private IEnumerable<JsonArray> Values(RichText value) => lines.Of(value).DefaultIfEmpty([lines.Line(" ")]);

    private TeamsElement Beside(string label, string width, JsonArray items) => Element(new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray(
            new JsonObject { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(Label(label)) }) },
            new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["spacing"] = "Small", ["items"] = items }),
    });

    private static JsonObject Label(string label) => new() { ["type"] = "TextRun", ["text"] = Literal.InRun(label), ["isSubtle"] = true };

    private static JsonArray Subtle(JsonArray items, string size)
    {
        foreach (var text in items.SelectMany(line => line!["inlines"] is JsonArray runs ? runs.AsEnumerable() : [line]))
        {
            text!["isSubtle"] = true;
            text["size"] = size;
        }
        return items;
    }

    private TeamsElement Together(JsonArray items) => Element(items is [JsonObject only] ? (JsonObject)only.DeepClone() : new() { ["type"] = "Container", ["items"] = items });

    private TeamsElement Element(JsonObject json, TeamsElementKind kind = TeamsElementKind.Text) => new(kind, json, mentions.LengthWith(json));
}
