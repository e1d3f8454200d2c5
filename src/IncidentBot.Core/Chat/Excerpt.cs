using System.Globalization;

namespace IncidentBot.Core.Chat;

/// <summary>The beginning of a text that is too long for where it is shown.</summary>
public static class Excerpt
{
    /// <summary>Cut between words where that is possible, never inside a character that people see as one.</summary>
    /// <param name="rest">Follows what was cut; says where the whole of it is when that is not plain.</param>
    public static string Of(string text, int most, string rest = "…")
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOfAny([' ', '\n'], most);
        return text[..(end < most / 2 ? WholeCharacters(text, most) : end)].TrimEnd() + rest;
    }

    /// <summary>The last place at or before an index that is not inside a character that people see as one.</summary>
    public static int WholeCharacters(string text, int most)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var length && end + length <= most) end += length;
        return end;
    }
}
