using System.Text;

namespace IncidentBot.Teams.Events.Text;

/// <summary>Writes running words and mentions as lines of plain text.</summary>
internal sealed class PieceWriter
{
    private const int MostBreaks = 2;
    private const int MostQuotes = 5;

    private readonly List<TextPiece> _pieces = [];
    private readonly StringBuilder _words = new();
    private string _lead = ""; // stands before the next word of a new line
    private int _breaks;
    private bool _space;
    private bool _any;

    /// <summary>How many quotes surround what is written now.</summary>
    public int Quotes { get; set; }

    /// <summary>The white space of what is written now counts.</summary>
    public int Preformatted { get; set; }

    public void Words(string text)
    {
        foreach (var c in text)
            if (c == '\n' && Preformatted > 0) LineBreak();
            else if (c == '\r' && Preformatted > 0) continue;
            else if (char.IsWhiteSpace(c) && c != '\u00A0' && Preformatted == 0) _space = true;
            else Put(c == '\u00A0' ? ' ' : c);
    }

    public void Mention(string name, string number)
    {
        Begin();
        Flush();
        _pieces.Add(new(name, number));
    }

    public void LineBreak() => _breaks++;

    /// <summary>What follows stands on a line of its own.</summary>
    public void Block() => _breaks = Math.Max(_breaks, 1);

    /// <summary>The next words are an item of a list.</summary>
    public void Item(string lead)
    {
        Block();
        _lead = lead;
    }

    public IReadOnlyList<TextPiece> Pieces()
    {
        Flush();
        return _pieces;
    }

    private void Put(char c)
    {
        Begin();
        _words.Append(c);
    }

    private void Begin()
    {
        if (!_any || _breaks > 0)
        {
            if (_any) BreakLines();
            _words.Append(string.Concat(Enumerable.Repeat("> ", Math.Min(Quotes, MostQuotes)))).Append(_lead);
            (_lead, _breaks) = ("", 0);
        }
        else if (_space) _words.Append(' ');
        (_any, _space) = (true, false);
    }

    private void BreakLines()
    {
        while (_words.Length > 0 && _words[^1] == ' ') _words.Length--;
        _words.Append('\n', Preformatted > 0 ? _breaks : Math.Min(_breaks, MostBreaks));
    }

    private void Flush()
    {
        if (_words.Length > 0) _pieces.Add(new(_words.ToString()));
        _words.Clear();
    }
}
