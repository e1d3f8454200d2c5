using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Words in which nothing is markup, though people typed its markers.</summary>
/// <remarks>A marker counts only at the border of a word, and only together with another of its kind. Such a one is written as the fallback of a date that cannot be
/// shown, which Slack shows to the letter. Where markup cannot stand, in a link's label and in code, a look-alike takes its place.</remarks>
internal sealed class Literal(RichText around)
{
    private const string Markers = "*_~`";

    private readonly string _paired = string.Concat(Markers.Where(marker => around.Spans.Sum(span => span.Accept(new Count(marker))) > 1));

    public string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
            if (_paired.Contains(text[i]) && AtBorder(text, i)) written.Append("<!date^0^{_}|").Append(text[i]).Append('>');
            else SlackText.AppendEscaped(written, text[i]);
        return written.ToString();
    }

    public static string InCode(string text) => SlackText.Escape(text.Replace('`', 'ˋ'));

    public static string InLabel(string text) => SlackText.Escape(string.Concat(text.Select((c, at) => c switch
    {
        '|' => '¦',
        '*' when AtBorder(text, at) => '∗',
        '_' when AtBorder(text, at) => 'ˍ',
        '~' when AtBorder(text, at) => '∼',
        '`' => 'ˋ',
        _ => c,
    })));

    private static bool AtBorder(string text, int at) =>
        at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]) || text[at] == '`';

    /// <summary>How many of a marker a span brings, its own included.</summary>
    private sealed class Count(char marker) : ISpanRenderer<int>
    {
        public int Plain(Plain span) => In(span.Text);

        public int Bold(Bold span) => In(span.Text) + Own('*');

        public int Italic(Italic span) => In(span.Text) + Own('_');

        public int Code(Code span) => Own('`');

        public int Link(LinkTo span) => 0;

        public int Mention(Mention span) => In(span.Name);

        public int Moment(Moment span) => 0;

        public int Room(RoomLink span) => In(span.Name);

        private int In(string text) => text.AsSpan().Count(marker);

        private int Own(char own) => own == marker ? 2 : 0;
    }
}
