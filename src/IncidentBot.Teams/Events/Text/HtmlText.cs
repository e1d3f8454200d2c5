using System.Globalization;
using System.Net;
using System.Text;

namespace IncidentBot.Teams.Events.Text;

/// <summary>The HTML of a message of Teams as people read it: lines, lists, quotes, links with their address, emoji; and the mentions in it.</summary>
/// <remarks>Bots get it as an attachment of the type text/html (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages), Microsoft Graph
/// gives it as the body (learn.microsoft.com/graph/api/resources/chatmessage). Whatever the HTML, reading it ends well and in linear time.</remarks>
internal sealed class HtmlText
{
    private const string Item = "• ";
    private const string Indent = "  ";
    private const string Cell = " | ";
    private const string Image = "[image]";
    private const int DeepestIndent = 8;

    private readonly PieceWriter _out = new();
    private readonly Stack<int> _lists = []; // the number of the next item; 0 in a list without numbers
    private readonly Stack<string?> _addresses = [];
    private readonly string _html;
    private (string Element, string Number, StringBuilder Name)? _mention;
    private readonly StringBuilder _label = new(); // what was written of a link so far
    private string? _unseen; // the element whose content nobody sees
    private bool _firstCell;
    private bool _inRow;

    private HtmlText(string html) => _html = html;

    public static IReadOnlyList<TextPiece> Read(string html) => new HtmlText(html).Read();

    private IReadOnlyList<TextPiece> Read()
    {
        for (var at = 0; at < _html.Length;)
        {
            var next = _html.IndexOf('<', at);
            if (next < 0) next = _html.Length;
            Words(_html[at..next]);
            at = next;
            if (at >= _html.Length) break;
            if (HtmlTag.At(_html, at) is var (tag, end))
            {
                Take(tag);
                at = end;
                continue;
            }
            var rest = _html.IndexOf('>', at) < 0; // no tag follows
            Words(rest ? _html[at..] : "<");
            at = rest ? _html.Length : at + 1;
        }
        if (_mention is var (_, number, name)) _out.Mention(name.ToString().Trim(), number);
        return _out.Pieces();
    }

    private void Words(string raw)
    {
        if (raw.Length == 0 || _unseen is not null) return;
        var words = WebUtility.HtmlDecode(raw);
        if (_mention is var (_, _, name)) name.Append(words);
        else _out.Words(words);
        if (_addresses.Count > 0) _label.Append(words);
    }

    private void Take(HtmlTag tag)
    {
        if (_unseen is not null)
        {
            if (tag.Closes && tag.Name == _unseen) _unseen = null;
            return;
        }
        if (tag.Closes) Close(tag.Name);
        else Open(tag);
    }

    private void Open(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "at" or "span" or "readonly" when _mention is null && IsMention(tag):
                _mention = (tag.Name, tag.Value("id") is { } id && tag.Name == "at" ? id : tag.Value("itemid") ?? "", new());
                break;
            case "br":
                _out.LineBreak();
                break;
            case "a":
                _label.Clear();
                _addresses.Push(tag.Value("href"));
                break;
            case "img" or "emoji" or "customemoji":
                Picture(tag);
                break;
            case "li":
                _out.Item(Lead());
                break;
            case "ul" or "ol":
                _out.Block();
                _lists.Push(tag.Name == "ol" ? 1 : 0);
                break;
            case "blockquote":
                _out.Block();
                _out.Quotes++;
                break;
            case "pre" or "codeblock":
                _out.Block();
                _out.Preformatted++;
                break;
            case "tr":
                _out.Block();
                (_firstCell, _inRow) = (true, true);
                break;
            case "td" or "th":
                if (!_firstCell) _out.Words(Cell);
                _firstCell = false;
                break;
            case "script" or "style" or "title":
                _unseen = tag.Name;
                break;
            default:
                Block(tag.Name);
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "at" or "span" or "readonly" when _mention is var (element, number, mentioned) && element == name:
                _mention = null;
                if (mentioned.ToString().Trim() is { Length: > 0 } shown) _out.Mention(shown, number);
                break;
            case "a" when _addresses.TryPop(out var address):
                if (address is not null) _out.Words(Address(address, _label.ToString().Trim()));
                break;
            case "ul" or "ol":
                _lists.TryPop(out _);
                _out.Block();
                break;
            case "blockquote":
                _out.Quotes = Math.Max(0, _out.Quotes - 1);
                _out.Block();
                break;
            case "pre" or "codeblock":
                _out.Preformatted = Math.Max(0, _out.Preformatted - 1);
                _out.Block();
                break;
            case "tr" or "table":
                _inRow = false;
                _out.Block();
                break;
            default:
                Block(name);
                break;
        }
    }

    // A row of a table is one line, whatever its cells hold.
    private void Block(string name)
    {
        if (!IsBlock(name)) return;
        if (_inRow) _out.Words(" ");
        else _out.Block();
    }

    private void Picture(HtmlTag tag)
    {
        var alt = tag.Value("alt");
        var isEmoji = tag.Name != "img" || (tag.Value("itemtype") ?? "").EndsWith("/Emoji", StringComparison.OrdinalIgnoreCase);
        _out.Words(isEmoji ? alt ?? tag.Value("title") ?? "" : Image);
    }

    private string Lead()
    {
        var depth = string.Concat(Enumerable.Repeat(Indent, Math.Clamp(_lists.Count - 1, 0, DeepestIndent)));
        if (!_lists.TryPop(out var number)) return Item;
        _lists.Push(number == 0 ? 0 : number + 1);
        return depth + (number == 0 ? Item : $"{number.ToString(CultureInfo.InvariantCulture)}. ");
    }

    // What stands behind a link's words, unless they say it.
    private static string Address(string address, string label)
    {
        var bare = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..] : address;
        return label.Length == 0 ? bare : Same(bare) == Same(label) ? "" : $" ({bare})";
    }

    private static string Same(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? address : address[(scheme + 3)..]).TrimEnd('/');
    }

    private static bool IsMention(HtmlTag tag) => tag.Name == "at" || (tag.Value("itemtype") ?? "").EndsWith("/Mention", StringComparison.OrdinalIgnoreCase);

    private static bool IsBlock(string name) => name is "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "table" or "li" or "section" or "article" or "header" or "footer";
}
