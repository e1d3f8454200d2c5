using System.Globalization;
using System.Text;

namespace IncidentBot.WebChat;

/// <summary>Names of channels: small letters, digits and hyphens.</summary>
public static class ChannelName
{
    public const int Longest = 60;

    /// <summary>A name as a channel can have it; empty when nothing of it can be used.</summary>
    public static string Of(string wish)
    {
        var name = new StringBuilder();
        foreach (var letter in wish.Trim().TrimStart('#').ToLowerInvariant().EnumerateRunes())
        {
            if (name.Length >= Longest) break;
            if (Rune.IsLetterOrDigit(letter) || letter.Value == '_') name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }
        return name.ToString().Trim('-');
    }

    /// <summary>The name, or the name with the first number that makes it free.</summary>
    public static string Free(string wish, Func<string, bool> taken)
    {
        var name = Of(wish) is { Length: > 0 } usable ? usable : "channel";
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? name : name + "-" + number.ToString(CultureInfo.InvariantCulture);
            if (!taken(candidate)) return candidate;
        }
    }
}
