using System.Text.RegularExpressions;

namespace IncidentBot.Core.Chat;

/// <summary>Which addresses may be followed from what people write.</summary>
public static partial class WebAddress
{
    private const int LongestLabel = 40;

    /// <summary>True for http and https only: <c>javascript:</c>, <c>data:</c> and the like never become links.</summary>
    public static bool Is(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>A few characters that name a page, for where the whole address does not fit: <c>PAY-123</c>, <c>issues/42</c>, else its host.</summary>
    public static string Label(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return address;
        var parts = Uri.UnescapeDataString(uri.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var label = parts is [.., var folder, var number] && number.All(char.IsAsciiDigit) ? $"{folder}/{number}" : parts is [.., var last] ? last : "";
        return uri.Query.Length > 0 || label.Length is 0 or > LongestLabel || label.Any(char.IsControl) ? uri.Host : label;
    }

    /// <summary>The text in pieces: what stands around the addresses that people typed, and the addresses, without the punctuation that follows them.</summary>
    public static IEnumerable<(string Text, bool Address)> In(string text)
    {
        var done = 0;
        foreach (Match found in BareAddress().Matches(text))
        {
            var typed = found.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '*', '_', '~', ']');
            if (typed.EndsWith(')') && !typed.Contains('(', StringComparison.Ordinal)) typed = typed.TrimEnd(')');
            if (!Is(typed)) continue;
            if (found.Index > done) yield return (text[done..found.Index], false);
            yield return (typed, true);
            done = found.Index + typed.Length;
        }
        if (done < text.Length) yield return (text[done..], false);
    }

    [GeneratedRegex("\\bhttps?://[^\\s\\p{Cc}<>\"`|\\\\^{}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();
}
