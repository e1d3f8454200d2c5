namespace IncidentBot.Core.Chat;

/// <summary>Cuts a text into pieces that are each short enough when they are drawn: between lines, else between words, else between characters as people see them.</summary>
/// <remarks>It cuts spans before they are drawn, so that no cut falls into an escaped character, a link, a mention or a marker's pair.</remarks>
public static class SplitText
{
    /// <summary>No character is drawn longer than this.</summary>
    private const int WorstGrowth = 20;

    /// <summary>The pieces, in order; blank ones are left out.</summary>
    /// <param name="most">How long a piece may be as it is drawn.</param>
    /// <param name="length">How long a text is as it is drawn.</param>
    public static IEnumerable<RichText> Of(RichText text, int most, Func<RichText, int> length)
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
                if (Seen(piece)) yield return new(piece);
                piece = [];
                rest = tail;
            }
        }
        if (Seen(piece)) yield return new(piece);

        bool Fits(List<TextSpan> spans) => length(new(spans)) <= most;

        // What of the span still fits after the piece, and what is left of it. Null: nothing.
        (TextSpan? Head, TextSpan? Tail) Cut(List<TextSpan> before, TextSpan span)
        {
            if (Words(span) is not { } words) return before.Count > 0 ? (null, span) : (null, new Plain(span.Accept(PlainTextSpans.Instance)));
            var taken = before.Count > 0 ? length(new(before)) : 0;
            var end = Border(words, Math.Min(words.Length, most));
            while (end > 0 && length(new([.. before, With(span, words[..end])])) is var drawn && drawn > most)
                end = Border(words, Math.Min(end - 1, (int)((long)end * Math.Max(0, most - taken) / Math.Max(1, drawn - taken))));
            if (end == 0 && before.Count == 0) end = InsideCharacter(words, Math.Min(words.Length, most / WorstGrowth));
            return (end == 0 ? null : With(span, words[..end]), With(span, words[end..].TrimStart('\n', ' ')));
        }
    }

    private static bool Seen(List<TextSpan> spans) => spans.Exists(span => !string.IsNullOrWhiteSpace(span.Accept(PlainTextSpans.Instance)));

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
