using System.Globalization;
using System.Text;

namespace IncidentBot.Core.Incidents;

/// <summary>A title as it was typed, made one clean line, or the sentence that refuses it.</summary>
public sealed record IncidentTitle(string Text, string? Refusal)
{
    public const int MostCharacters = 150;

    /// <summary>Collapses whitespace, drops quotes around the whole and characters that only steer terminals or the direction of writing.</summary>
    public static IncidentTitle Read(string typed)
    {
        var line = string.Join(' ', Visible(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 1 && line[0] == '"' && line.IndexOf('"', 1) == line.Length - 1) line = line[1..^1].Trim();
        return line.Length > MostCharacters ? new("", DeclareCards.TitleTooLong(line.Length)) : new(line, null);
    }

    private static string Visible(string typed)
    {
        var visible = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes()) // a lone half of a surrogate pair becomes U+FFFD here
            if (rune.Value is '\n' or '\r' or '\t') visible.Append(' ');
            else if (!Rune.IsControl(rune) && !OverridesDirection(rune)) visible.Append(rune);
        return visible.ToString();
    }

    // The embeddings, overrides and isolates of https://www.unicode.org/reports/tr9/: left open, they would turn the words around the title.
    private static bool OverridesDirection(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
