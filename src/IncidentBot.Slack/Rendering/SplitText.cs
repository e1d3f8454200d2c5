using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Cuts a text into pieces that are each short enough when they are drawn: between lines, else between words, else between characters as people see them.</summary>
/// <remarks>It cuts spans before they are drawn, so that no cut falls into an escaped character, a link, a mention or a marker's pair.</remarks>
internal static class SplitText
{
    /// <summary>The pieces, drawn. Blank ones are left out.</summary>
    public static IEnumerable<string> Of(RichText text, int most, Func<RichText, string> draw)
    {
        List<TextSpan> piece = [];
        foreach (var span in text.Spans)
        {
            var rest = span;
            while (rest is not null)
            {
                if (Fits([.. piece, rest]))
                {
                    piece.Add(rest);
                    break;
                }
                var (head, tail) = Cut(piece, rest);
                if (head is not null) piece.Add(head);
                if (Drawn(piece) is { } full) yield return full;
                piece = [];
                rest = tail;
            }
        }
        if (Drawn(piece) is { } last) yield return last;

        bool Fits(List<TextSpan> spans) => draw(new(spans)).Length <= most;

        string? Drawn(List<TextSpan> spans) => draw(new(spans)).Trim('\n') is var drawn && string.IsNullOrWhiteSpace(drawn) ? null : drawn;

        // What of the span still fits after the piece, and what is left of it. Null: nothing.
        (TextSpan? Head, TextSpan? Tail) Cut(List<TextSpan> before, TextSpan span)
        {
            if (Words(span) is not { } words) return before.Count > 0 ? (null, span) : (null, new Plain(span.Accept(PlainTextSpans.Instance)));
            var (low, high) = (0, Math.Min(words.Length, most));
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Fits([.. before, With(span, words[..middle])])) low = middle;
                else high = middle - 1;
            }
            var end = Border(words, low);
            while (end > 0 && !Fits([.. before, With(span, words[..end])])) end = Border(words, end - 1); // a marker that comes to stand at the end is drawn longer
            if (end == 0 && before.Count == 0) end = WholeCharacter(words, Math.Max(1, low));
            return (end == 0 ? null : With(span, words[..end]), With(span, words[end..].TrimStart('\n', ' ')));
        }
    }

    /// <summary>The best place to cut at or before an index.</summary>
    private static int Border(string words, int at)
    {
        if (at >= words.Length) return words.Length;
        foreach (var blank in (char[])['\n', ' '])
            if (at > 0 && words.LastIndexOf(blank, at) is var found && found > at / 2) return found;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(words.AsSpan(end)) is var length && end + length <= at) end += length;
        return end;
    }

    // One that people see as a single character and that is longer than a whole piece, is cut between its parts.
    private static int WholeCharacter(string words, int at) => at < words.Length && char.IsLowSurrogate(words[at]) ? Math.Max(at - 1, 2) : at;

    private static string? Words(TextSpan span) => span switch
    {
        Plain plain => plain.Text,
        Bold bold => bold.Text,
        Italic italic => italic.Text,
        Code code => code.Text,
        _ => null,
    };

    private static TextSpan With(TextSpan span, string words) => span switch
    {
        Bold => new Bold(words),
        Italic => new Italic(words),
        Code => new Code(words),
        _ => new Plain(words),
    };
}
