using System.Buffers;
using System.Text;

namespace IncidentBot.Storage;

/// <summary>Text as every store can keep it: half a surrogate pair becomes U+FFFD, everything else stays.</summary>
internal static class WellFormed
{
    private static readonly SearchValues<char> Surrogates = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Surrogates)) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString()); // EnumerateRunes gives U+FFFD for half a pair
        return whole.ToString();
    }
}
