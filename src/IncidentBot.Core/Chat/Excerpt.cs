using System.Globalization;

namespace IncidentBot.Core.Chat;

/// <summary>The beginning of a long text, with an ellipsis when something is left out. Never cuts inside a character that people see as one.</summary>
public static class Excerpt
{
    public static string Of(string text, int most)
    {
        var line = text.Trim();
        if (line.Length <= most) return line;
        var end = 0;
        for (var next = 0; next < most; next += StringInfo.GetNextTextElementLength(line.AsSpan(next))) end = next;
        return $"{line[..end].TrimEnd()}…";
    }
}
