using System.Net;

namespace IncidentBot.Teams.Events.Text;

/// <summary>One tag of an HTML text.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">As written; null for a tag that closes.</param>
internal sealed record HtmlTag(string Name, bool Closes, string Attributes)
{
    /// <summary>The tag that begins at an index, and where it ends; null when what stands there is no whole tag.</summary>
    public static (HtmlTag Tag, int End)? At(string html, int start)
    {
        if (html.AsSpan(start).StartsWith("<!--")) return (new("!", false, ""), html.IndexOf("-->", start + 4, StringComparison.Ordinal) is var close and >= 0 ? close + 3 : html.Length);
        var closes = start + 1 < html.Length && html[start + 1] == '/';
        var name = start + (closes ? 2 : 1);
        if (name >= html.Length || !(char.IsAsciiLetter(html[name]) || html[name] is '!' or '?')) return null;
        var nameEnd = name + 1;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':')) nameEnd++;
        var end = EndOf(html, nameEnd) ?? html.IndexOf('>', nameEnd);
        if (end < 0) return null;
        return (new(html[name..nameEnd].ToLowerInvariant(), closes, html[nameEnd..end].TrimEnd('/')), end + 1);
    }

    /// <summary>An attribute's value; null when it has none.</summary>
    public string? Value(string attribute)
    {
        for (var at = 0; at < Attributes.Length;)
        {
            while (at < Attributes.Length && (char.IsWhiteSpace(Attributes[at]) || Attributes[at] == '/')) at++;
            var name = at;
            while (at < Attributes.Length && !char.IsWhiteSpace(Attributes[at]) && Attributes[at] != '=') at++;
            var isIt = Attributes.AsSpan(name, at - name).Equals(attribute, StringComparison.OrdinalIgnoreCase);
            while (at < Attributes.Length && char.IsWhiteSpace(Attributes[at])) at++;
            if (at >= Attributes.Length || Attributes[at] != '=') continue;
            at++;
            while (at < Attributes.Length && char.IsWhiteSpace(Attributes[at])) at++;
            var value = TakeValue(ref at);
            if (isIt) return WebUtility.HtmlDecode(value);
        }
        return null;
    }

    private string TakeValue(ref int at)
    {
        if (at >= Attributes.Length) return "";
        var quote = Attributes[at] is '"' or '\'' ? Attributes[at++] : '\0';
        var start = at;
        while (at < Attributes.Length && (quote == '\0' ? !char.IsWhiteSpace(Attributes[at]) : Attributes[at] != quote)) at++;
        return Attributes[start..(quote == '\0' || at >= Attributes.Length ? at : at++)];
    }

    // The first > that is not within quotes.
    private static int? EndOf(string html, int from)
    {
        var quote = '\0';
        for (var at = from; at < html.Length; at++)
        {
            if (quote != '\0') quote = html[at] == quote ? '\0' : quote;
            else if (html[at] is '"' or '\'') quote = html[at];
            else if (html[at] == '>') return at;
        }
        return null;
    }
}
