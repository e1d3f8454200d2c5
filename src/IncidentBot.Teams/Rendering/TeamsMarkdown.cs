using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A line of spans as the Markdown of a <c>TextBlock</c>, the only text in which a person can be mentioned. It has no code: that is bold there.</summary>
internal sealed class TeamsMarkdown(TeamsMentions mentions, TeamsRefs refs) : ISpanRenderer<string>
{
    public static string Of(RichText line, TeamsMentions mentions, TeamsRefs refs)
    {
        var markdown = new TeamsMarkdown(mentions, refs);
        return Literal.Line(string.Concat(line.Spans.Select(span => span.Accept(markdown))));
    }

    public string Plain(Plain span)
    {
        var written = new StringBuilder();
        foreach (var (text, address) in WebAddress.In(CleanText.Of(span.Text)))
            written.Append(address ? Link(new(text, text)) : Literal.InMarkdown(text));
        return written.ToString();
    }

    public string Bold(Bold span) => Marked(span.Text, "**");

    public string Italic(Italic span) => Marked(span.Text, "*");

    public string Code(Code span) => Marked(span.Text, "**");

    public string Link(LinkTo span) => TeamsSpans.Address(span.Url) is { } address
        ? $"[{(Literal.InLabel(span.Label) is { Length: > 0 } label ? label : Literal.InLabel(address))}]({address})"
        : Literal.InMarkdown(span.Label);

    public string Mention(Mention span) => mentions.Text(span);

    public string Moment(Moment span) => TeamsSpans.Moment(span);

    public string Room(RoomLink span) => refs.RoomAddress(span.Place) is { } address ? Link(new(address, TeamsSpans.Name(span))) : Literal.InMarkdown(TeamsSpans.Name(span));

    /// <summary>Markers count beside words only: blanks stand outside of them, and within is never punctuation at the border.</summary>
    private static string Marked(string text, string marker)
    {
        var words = text.Trim();
        if (words.Length == 0) return text;
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return $"{text[..start]}{marker}{Border(words[0])}{Literal.InMarkdown(words)}{Border(words[^1])}{marker}{text[(start + words.Length)..]}";
    }

    private static string Border(char beside) => char.IsLetterOrDigit(beside) ? "" : Literal.ZeroWidthSpace.ToString();
}
