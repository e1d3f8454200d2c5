using System.Runtime.CompilerServices;
using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>A piece of a page, written as an interpolated string: its literals are markup, whatever is put into them is text and gets encoded.</summary>
public readonly record struct Html
{
    public static readonly Html Nothing = new("");

    private Html(string markup) => Markup = markup;

    public string Markup { get; }

    public static Html Of(HtmlHandler html) => new(html.Build());

    /// <summary>Markup of ours that is no interpolated string, such as a stylesheet.</summary>
    public static Html Trusted(string markup) => new(markup);

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    /// <summary>What somebody wrote: line breaks are kept, web addresses can be followed.</summary>
    public static Html Text(string text) => Join(WebAddress.In(text.Trim().ReplaceLineEndings("\n")).Select(part => part.Address ? Link(part.Text, part.Text) : Of($"{part.Text}")));

    /// <summary>A link to a web address; for any other address the label alone.</summary>
    public static Html Link(string label, string url) => WebAddress.Is(url) ? Of($"""<a href="{url}" rel="noopener noreferrer">{label}</a>""") : Of($"{label}");

    public override string ToString() => Markup;
}

/// <summary>Encodes what is put into an <see cref="Html"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Html piece) => _markup.Append(piece.Markup);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) _markup.Append(piece.Markup);
    }

    public void AppendFormatted(string? text)
    {
        foreach (var letter in text ?? "") _ = letter switch
        {
            '&' => _markup.Append("&amp;"),
            '<' => _markup.Append("&lt;"),
            '>' => _markup.Append("&gt;"),
            '"' => _markup.Append("&quot;"),
            '\'' => _markup.Append("&#39;"),
            '\n' or '\t' => _markup.Append(letter),
            _ => _markup.Append(char.IsControl(letter) ? '\uFFFD' : letter),
        };
    }

    internal string Build() => _markup.ToString();
}
