using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A table's columns: adaptivecards.io/explorer/Table.html. Where a table goes on in a further message, they stand there again.</summary>
internal sealed class TeamsTable
{
    private const string Nothing = "–";

    // In characters.
    private const int LongestWord = 14;
    private const int LongestCell = 200;
    private const double Padding = 2.5;

    private readonly JsonArray _columns;
    private readonly JsonObject _head;

    private TeamsTable(JsonArray columns, JsonObject head) => (_columns, _head) = (columns, head);

    public int HeadLength => CardJson.Length(_columns) + CardJson.Length(_head);

    /// <summary>The rows as pieces of a card; null when one is too long to be a row.</summary>
    public static IReadOnlyList<TeamsElement>? Of(Table table, TeamsLines lines, TeamsMentions mentions)
    {
        var head = new TeamsTable(
            new([.. table.Columns.Select((column, index) => (JsonNode)new JsonObject { ["width"] = Width(column, table.Rows.Select(row => row[index])) })]),
            Row(table.Columns.Select(column => new JsonArray(HeadOf(column)))));
        var rows = new List<TeamsElement>();
        foreach (var row in table.Rows)
        {
            var drawn = Row(row.Select(cell => Cell(cell, lines)));
            if (mentions.LengthWith(drawn) is var length && length + head.HeadLength > TeamsLimits.RowCharacters) return null;
            rows.Add(new(TeamsElementKind.Row, drawn, length, head));
        }
        return rows;
    }

    /// <summary>The rows as bullets, each cell after the name of its column; and a sentence that says so.</summary>
    public static IEnumerable<CardBlock> AsList(Table table) =>
    [
        new Paragraph(RichText.Of($"{RichText.Italic($"A table that Teams cannot show here, as a list: {string.Join(" · ", table.Columns)}")}")),
        new Bullets([.. table.Rows.Select(row => new RichText([.. row.SelectMany((cell, index) => (TextSpan[])[new Plain(index == 0 ? "" : " · "), new Bold(table.Columns[index]), new Plain(": "), .. cell.Spans])]))]),
    ];

    /// <summary>The table of these rows, which are its own.</summary>
    public JsonObject With(IEnumerable<JsonObject> rows) => new()
    {
        ["type"] = "Table",
        ["firstRowAsHeader"] = true,
        ["columns"] = _columns.DeepClone(),
        ["rows"] = new JsonArray([_head.DeepClone(), .. rows]),
    };

    private static JsonObject Row(IEnumerable<JsonArray> cells) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = new JsonArray([.. cells.Select(items => (JsonNode)new JsonObject { ["type"] = "TableCell", ["items"] = items })]),
    };

    private static JsonObject HeadOf(string column) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = Literal.InRun(CleanText.Line(column)), ["weight"] = "Bolder", ["size"] = "Small" }),
    };

    private static JsonArray Cell(RichText text, TeamsLines lines) => lines.Of(text).ToList() is { Count: > 0 } pieces
        ? new([.. pieces.SelectMany(piece => piece).Select(line => line!.DeepClone())])
        : new(lines.Line(Nothing));

    /// <summary>A weight: room for the longest word, and somewhat more for what must wrap.</summary>
    private static double Width(string column, IEnumerable<RichText> cells)
    {
        var texts = cells.Select(cell => cell.ToPlainText()).Prepend(column).ToList();
        var word = Math.Min(texts.SelectMany(text => text.Split(' ', '\n', '/', '-')).Max(part => part.Length), LongestWord);
        var longest = Math.Min(texts.Max(text => text.Length), LongestCell);
        return Math.Round(word + Padding + Math.Sqrt(Math.Max(0, longest - word)), 1);
    }
}
