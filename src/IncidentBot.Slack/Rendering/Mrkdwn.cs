using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Spans as Slack's markup: docs.slack.dev/messaging/formatting-message-text</summary>
/// <remarks>The markup has no escape for its own markers. Three tricks make a text read as it was written, each only where it is needed:
/// a zero-width space beside a marker that would otherwise stand inside a word and not count; see <see cref="Literal"/> for markers that people typed;
/// a soft hyphen before a <c>&gt;</c> that begins a line and would make it a quote.</remarks>
internal sealed partial class Mrkdwn : ISpanRenderer<bool>
{
    private const char ZeroWidthSpace = '\u200B';
    private const char SoftHyphen = '\u00AD';

    private readonly StringBuilder _written = new();
    private readonly Literal _literal;
    private bool _afterMarker;

    private Mrkdwn(RichText text) => _literal = new(text);

    public static string Of(RichText text)
    {
        var mrkdwn = new Mrkdwn(text);
        foreach (var span in text.Spans) span.Accept(mrkdwn);
        return QuotingLine().Replace(mrkdwn._written.ToString(), SoftHyphen + "$0");
    }

    /// <summary>Bare addresses are written as links, because the text objects that this stands in are verbatim.</summary>
    public bool Plain(Plain span)
    {
        foreach (var (text, address) in WebAddress.In(CleanText.Of(span.Text)))
            Write(address && SlackSpans.Address(text) is { } target ? $"<{SlackText.Escape(target)}>" : _literal.Escape(text));
        return true;
    }

    public bool Bold(Bold span) => Marked(span.Text, '*', _literal.Escape);

    public bool Italic(Italic span) => Marked(span.Text, '_', _literal.Escape);

    public bool Code(Code span) => Marked(span.Text, '`', Literal.InCode);

    public bool Link(LinkTo span)
    {
        if (SlackSpans.Address(span.Url) is not { } address) return Plain(new(span.Label));
        var label = Literal.InLabel(CleanText.Line(span.Label));
        return Write(label.Length == 0 || span.Label == span.Url ? $"<{SlackText.Escape(address)}>" : $"<{SlackText.Escape(address)}|{label}>");
    }

    public bool Mention(Mention span) => SlackSpans.User(span) is { } user ? Write($"<@{user}>") : Plain(new(SlackSpans.Name(span)));

    public bool Room(RoomLink span) => SlackSpans.Channel(span) is { } channel ? Write($"<#{channel}>") : Plain(new(SlackSpans.Name(span)));

    public bool Moment(Moment span) => Write($"<!date^{span.At.ToUnixTimeSeconds()}^{SlackSpans.MomentFormat}|{SlackSpans.InUtc(span)}>");

    /// <summary>Markers count on one line only, and not beside a blank: each line gets its own, around its words.</summary>
    private bool Marked(string text, char marker, Func<string, string> escape)
    {
        foreach (var (line, index) in CleanText.Of(text).Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0) Write("\n");
            var words = line.Trim();
            if (words.Length == 0)
            {
                Write(line);
                continue;
            }
            Write(line[..line.IndexOf(words, StringComparison.Ordinal)]);
            if (_written.Length > 0 && !MayStandBefore(_written[^1])) Write(ZeroWidthSpace.ToString());
            Write($"{marker}{escape(words)}{marker}");
            _afterMarker = true;
            Write(line.TrimStart()[words.Length..]);
        }
        return true;
    }

    private bool Write(string text)
    {
        if (text.Length == 0) return true;
        if (_afterMarker && !MayFollow(text[0])) _written.Append(ZeroWidthSpace);
        _afterMarker = false;
        _written.Append(text);
        return true;
    }

    private static bool MayStandBefore(char c) => char.IsWhiteSpace(c) || c is ZeroWidthSpace or '(' or '“';

    private static bool MayFollow(char c) => char.IsWhiteSpace(c) || c is ZeroWidthSpace or '.' or ',' or ':' or ';' or '!' or '?' or ')' or '”';

    [GeneratedRegex("^(&gt;|＞)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuotingLine();
}
