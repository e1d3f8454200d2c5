using System.Text;

namespace IncidentBot.Core.Chat;

/// <summary>Text from anywhere without what JSON or a chat would refuse: control characters go, half characters become �.</summary>
public static class CleanText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>On one line.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ').Trim();
}
