using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace IncidentBot.Core.Tests.Support;

/// <summary>What a reader sees of a piece of Markdown: the words, once the structure has been found to be the intended one.</summary>
public static class MarkdownReading
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseTaskLists().UseFootnotes().UseMathematics().Build();

    /// <summary>A text as it is meant to look: invisible characters marked, indents kept, blanks at the ends gone.</summary>
    public static string AsWritten(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(AsWrittenLine)).Trim('\n');

    public static string OneParagraph(string markdown) => Parse(markdown) is [] ? "" : Words(Assert.IsType<ParagraphBlock>(Assert.Single(Parse(markdown))));

    public static string OneHeading(string markdown) => Words(Assert.IsType<HeadingBlock>(Assert.Single(Parse(markdown))));

    public static string OneListItem(string markdown)
    {
        var item = Assert.IsType<ListItemBlock>(Assert.Single(Assert.IsType<ListBlock>(Assert.Single(Parse(markdown)))));
        return Words(Assert.IsType<ParagraphBlock>(Assert.Single(item)));
    }

    public static IReadOnlyList<string> LastRow(string markdown)
    {
        var rows = Assert.IsType<Table>(Assert.Single(Parse(markdown))).Cast<TableRow>().ToList();
        Assert.Equal(2, rows.Count);
        return [.. rows[1].Cast<TableCell>().Select(cell => string.Join('\n', cell.Cast<ParagraphBlock>().Select(Words)))];
    }

    public static (string Text, string? Url) LinkAfter(string words, string link)
    {
        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(Parse(words + link)));
        var found = Assert.IsType<LinkInline>(paragraph.Inline!.LastChild);
        Assert.False(found.IsImage);
        return (Words(found), found.Url);
    }

    private static string AsWrittenLine(string line)
    {
        var text = line.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd();
        var words = text.TrimStart(' ');
        return new string('\u00a0', text.Length - words.Length) + string.Concat(words.Select(c => char.IsControl(c) ? '\ufffd' : c));
    }

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    private static string Words(LeafBlock block) => Words(block.Inline!);

    private static string Words(ContainerInline inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines) words.Append(inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => WebUtility.HtmlDecode(entity.Transcoded.ToString()),
            HtmlInline { Tag: "<br>" } => "\n",
            AutolinkInline address => address.Url,
            _ => throw new Xunit.Sdk.XunitException($"Not only words: {inline.GetType().Name} {inline}"),
        });
        return string.Join('\n', words.ToString().Split('\n').Select(line => line.TrimEnd(' '))).Replace("%3B", ";", StringComparison.Ordinal);
    }
}
