namespace IncidentBot.Core.Bot;

/// <summary>Which known word somebody meant.</summary>
public static class NearestWord
{
    private const int ShortestBeginning = 2;

    /// <summary>The shortest word that begins as typed, else the one with the fewest slips (a letter wrong, missing, extra, or two swapped); null when none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> words)
    {
        var letters = typed.TrimEnd([.. "0123456789"]).ToLowerInvariant();
        if (letters.Length < ShortestBeginning) return null;
        var known = words.ToList();
        if (known.Where(word => word.StartsWith(letters, StringComparison.OrdinalIgnoreCase)).MinBy(word => word.Length) is { } begun) return begun;
        var nearest = known
            .Where(word => Math.Abs(word.Length - letters.Length) <= Most(word))
            .Select(word => (Word: word, Slips: Slips(letters, word.ToLowerInvariant())))
            .Where(found => found.Slips <= Most(found.Word))
            .OrderBy(found => found.Slips) // keeps the order of the words otherwise
            .ToList();
        return nearest is [var (word, _), ..] ? word : null;

        int Most(string word) => Math.Min(letters.Length, word.Length) <= 4 ? 1 : 2;
    }

    /// <summary>The optimal string alignment distance (Damerau–Levenshtein without moving a part twice).</summary>
    private static int Slips(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[one.Length, other.Length];
    }
}
