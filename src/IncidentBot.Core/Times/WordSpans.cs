namespace IncidentBot.Core.Times;

/// <summary>Where a word stands in a text.</summary>
internal readonly record struct WordSpan(int Start, int End)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

internal static class WordSpans
{
    /// <summary>The first words of a text, at most so many.</summary>
    public static IReadOnlyList<WordSpan> Of(string text, int most = int.MaxValue)
    {
        var words = new List<WordSpan>();
        for (var start = 0; start < text.Length && words.Count < most; start++)
        {
            if (char.IsWhiteSpace(text[start])) continue;
            var end = start + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            words.Add(new(start, end));
            start = end;
        }
        return words;
    }

    /// <summary>What follows a pause such as ": " or " – ".</summary>
    public static string AfterPause(string text)
    {
        var rest = text.Trim();
        return rest.Length > 0 && rest[0] is '-' or '–' or '—' or ':' or ',' or ';' && (rest.Length == 1 || char.IsWhiteSpace(rest[1])) ? rest[1..].TrimStart() : rest;
    }
}
