using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A table as table blocks, or as a list where a table block cannot stand: docs.slack.dev/reference/block-kit/blocks/table-block</summary>
internal static class SlackTable
{
    private const string Nothing = "–";

    /// <summary>Tables that follow each other with the same columns are one: a message takes a single table.</summary>
    public static IEnumerable<CardBlock> Merge(IReadOnlyList<CardBlock> blocks)
    {
        Table? open = null;
        foreach (var block in blocks)
        {
            if (block is Table table && open is not null && open.Columns.SequenceEqual(table.Columns)) open = open with { Rows = [.. open.Rows, .. table.Rows] };
            else
            {
                if (open is not null) yield return open;
                open = block as Table;
                if (open is null) yield return block;
            }
        }
        if (open is not null) yield return open;
    }

    /// <summary>One block, or several with the columns repeated; null when a row does not fit into one.</summary>
    public static IReadOnlyList<SlackBlock>? Of(Table table)
    {
        if (table.Columns.Count > SlackLimits.TableCells) return null;
        var header = Row([.. table.Columns.Select(column => (RichText)column)]);
        var blocks = new List<SlackBlock>();
        var rows = new List<Drawn> { header };
        foreach (var row in table.Rows.Select(Row))
        {
            if (header.Length + row.Length > SlackLimits.TableCharacters) return null;
            if (rows.Count == SlackLimits.TableRows || rows.Sum(one => one.Length) + row.Length > SlackLimits.TableCharacters)
            {
                blocks.Add(Block(rows));
                rows = [Row([.. table.Columns.Select(column => (RichText)column)])];
            }
            rows.Add(row);
        }
        return [.. blocks, Block(rows)];
    }

    /// <summary>The rows as bullets, each cell after the name of its column; and a sentence that says so.</summary>
    public static IEnumerable<CardBlock> AsList(Table table) =>
    [
        new Paragraph(RichText.Of($"{RichText.Italic($"A table that Slack cannot show here, as a list: {string.Join(" · ", table.Columns)}")}")),
        new Bullets([.. table.Rows.Select(row => new RichText([.. row.SelectMany((cell, index) => (TextSpan[])[new Plain(index == 0 ? "" : " · "), new Bold(table.Columns[index]), new Plain(": "), .. cell.Spans])]))]),
    ];

    private static Drawn Row(IReadOnlyList<RichText> cells) => new(new JsonArray([.. cells.Select(Cell)]), cells.Sum(cell => cell.ToPlainText().Length));

    private static JsonNode Cell(RichText text) => text.Spans.All(span => span is Plain)
        ? new JsonObject { ["type"] = "raw_text", ["text"] = CleanText.Of(text.ToPlainText()) is var words && string.IsNullOrWhiteSpace(words) ? Nothing : words }
        : SlackRichText.Of(text);

    private static SlackBlock Block(IEnumerable<Drawn> rows)
    {
        var drawn = rows.ToList();
        var wrapped = drawn[0].Cells.Select(_ => (JsonNode)new JsonObject { ["is_wrapped"] = true });
        return new(
            SlackBlockKind.Table,
            new() { ["type"] = "table", ["column_settings"] = new JsonArray([.. wrapped]), ["rows"] = new JsonArray([.. drawn.Select(row => (JsonNode)row.Cells)]) },
            drawn.Sum(row => row.Length));
    }

    private sealed record Drawn(JsonArray Cells, int Length);
}
