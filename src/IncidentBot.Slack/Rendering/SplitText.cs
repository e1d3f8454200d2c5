using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Cuts a text into pieces that are each short enough when they are drawn: between lines, else between words, else between characters as people see them.</summary>
/// <remarks>It cuts spans before they are drawn, so that no cut falls into an escaped character, a link, a mention or a marker's pair.</remarks>
internal static class SplitText
{
    /// <summary>No character is drawn with more than this.</summary>
    private const int WorstGrowth = 20;

    /// <summary>The pieces, drawn. Blank ones are left out.</summary>
    public static IEnumerable<string> Of(RichText text, int most, Func<RichText, string> draw)
    {
        List<TextSpan> piece = [];
        foreach (var span in text.Spans)
        {
            var rest = span;
            while (rest is not null)
            {
                if ((Words(rest)?.Length ?? 0) <= most && Fits([.. piece, rest]))
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
            var taken = before.Count > 0 ? draw(new(before)).Length : 0;
            var end = Border(words, Math.Min(words.Length, most));
            while (end > 0 && draw(new([.. before, With(span, words[..end])])).Length is var length && length > most)
                end = Border(words, Math.Min(end - 1, (int)((long)end * Math.Max(0, most - taken) / Math.Max(1, length - taken))));
            if (end == 0 && before.Count == 0) end = InsideCharacter(words, Math.Min(words.Length, most / WorstGrowth));
            return (end == 0 ? null : With(span, words[..end]), With(span, words[end..].TrimStart('\n', ' ')));
        }
    }

    /// <summary>The best place to cut at or before an index.</summary>
    private static int Border(string words, int at)
    {
        if (at >= words.Length) return words.Length;
        foreach (var blank in (char[])['\n', ' '])
            if (at > 0 && words.LastIndexOf(blank, at) is var found && found > at / 2) return found;
        return Excerpt.WholeCharacters(words, at);
    }

    // What people see as one character and is longer than a whole piece, is cut between its parts.
    private static int InsideCharacter(string words, int at) => at < words.Length && char.IsLowSurrogate(words[at]) ? at + 1 : at;

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
