using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Chat;

/// <summary>The one place where text from a chat becomes Markdown (CommonMark with GitHub's tables): it reads as it was written and does nothing else.</summary>
/// <remarks>Bare web addresses stay links. What these methods return may stand beside each other, inside bold and in a table's cell.</remarks>
public static partial class Markdown
{
    private const char NoBreakSpace = '\u00A0';
    private const char Unreadable = '\uFFFD';

    /// <summary>A text for any place in a line, its beginning included. Line breaks become <c>&lt;br&gt;</c>, so that it is one line; blank ones at the ends go.</summary>
    public static string Escape(string text) => string.Join("<br>", Lines(text).Select(Line));

    /// <summary>A text for a table's cell.</summary>
    public static string Cell(string text) => Escape(text.Trim());

    /// <summary>A link; the label alone when the address is not a web address.</summary>
    public static string Link(string label, string url) => WebAddress.Is(url.Trim())
        ? $"[{string.Join("<br>", Lines(label).Select(line => Line(line, addresses: false)))}]({Address(url.Trim()).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"
        : Escape(label);

    /// <summary>Without blank lines at either end.</summary>
    private static IEnumerable<string> Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n').Split('\n');

    private static string Line(string text) => Line(text, addresses: true);

    /// <param name="addresses">Web addresses become links; not in a label, where a link cannot stand.</param>
    private static string Line(string text, bool addresses)
    {
        var line = text.Replace("\t", "    ", StringComparison.Ordinal);
        var indent = line.Length - line.TrimStart(' ').Length;
        var written = new StringBuilder().Append(NoBreakSpace, indent); // four spaces would make it a code block
        var start = LeadingMarker().Match(line, indent) is { Success: true } marker ? AppendMarker(written, marker) : indent;
        foreach (var found in BareAddress().EnumerateMatches(line, start))
        {
            var address = WithoutTrailingPunctuation(line.AsSpan(found.Index, found.Length)).ToString();
            if (!addresses || !WebAddress.Is(address)) continue;
            AppendEscaped(written, line, start, found.Index);
            written.Append('<').Append(Address(address)).Append('>');
            start = found.Index + address.Length;
        }
        AppendEscaped(written, line, start, line.Length);
        return written.ToString();
    }

    private static int AppendMarker(StringBuilder written, Match marker)
    {
        written.Append(marker.ValueSpan[..^1]).Append('\\').Append(marker.ValueSpan[^1]);
        return marker.Index + marker.Length;
    }

    private static void AppendEscaped(StringBuilder written, string line, int start, int end)
    {
        for (var i = start; i < end; i++) _ = line[i] switch
        {
            '<' => written.Append("&lt;"),
            '>' => written.Append("&gt;"),
            '&' => written.Append("&amp;"),
            '_' when i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]) => written.Append('_'),
            ':' when line.AsSpan(i).StartsWith("://") => written.Append("\\:"), // GitHub makes links of bare addresses
            '!' when i + 1 < line.Length => written.Append('!'), // at the end, a link that follows would become an image
            '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '$' or '!' => written.Append('\\').Append(line[i]),
            var other => written.Append(char.IsControl(other) ? Unreadable : other),
        };
    }

    private static string Address(string url)
    {
        var safe = new StringBuilder(url.Length);
        foreach (var c in url)
            if (c is '<' or '>' or '"' or '`' or '\\' or '|' or '^' or '{' or '}' || char.IsControl(c) || char.IsWhiteSpace(c)) safe.Append(Uri.EscapeDataString(c.ToString()));
            else safe.Append(c);
        return EntityEnd().Replace(safe.ToString(), "%3B");
    }

    private static ReadOnlySpan<char> WithoutTrailingPunctuation(ReadOnlySpan<char> address)
    {
        while (address.Length > 0 && (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '*' or '_' or '~' or ']' || (address[^1] == ')' && !address.Contains('(')))) address = address[..^1];
        return address;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What would begin a heading, a list or an underline.</summary>
    [GeneratedRegex(@"\G(#|\+|-|=|[0-9]{1,9}[.)])", Options)]
    private static partial Regex LeadingMarker();

    [GeneratedRegex("https?://[^\\s\\p{Cc}<>\"`|\\\\^{}]+", Options | RegexOptions.IgnoreCase)]
    private static partial Regex BareAddress();

    /// <summary>The end of what Markdown would read as an entity, e.g. of "&amp;copy;".</summary>
    [GeneratedRegex("(?<=&#?[0-9A-Za-z]{1,32});", Options)]
    private static partial Regex EntityEnd();
}
