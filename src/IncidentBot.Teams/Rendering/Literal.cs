using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>The one place where text is made safe for Adaptive Cards: it reads as it was written and does nothing else.</summary>
/// <remarks>A <c>TextRun</c> knows no markup but the functions <c>{{DATE(…)}}</c> and <c>{{TIME(…)}}</c>. A <c>TextBlock</c> is Markdown, with parsers that differ
/// between the clients: on phones a backslash does not escape. So a zero-width space parts what would be markup together, which each parser takes for a character, and
/// look-alikes stand for the markers of emphasis and code (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).</remarks>
internal static partial class Literal
{
    public const char ZeroWidthSpace = '\u200B';
    private const char NoBreakSpace = '\u00A0';

    /// <summary>For a <c>TextRun</c>, a label or a title. Runs of blanks stay.</summary>
    public static string InRun(string text) => Function().Replace(Blanks().Replace(CleanText.Of(text).Replace("\t", "    ", StringComparison.Ordinal), found => new(NoBreakSpace, found.Length)), "$0" + ZeroWidthSpace);

    /// <summary>For the Markdown of a <c>TextBlock</c>, in the middle of a line.</summary>
    public static string InMarkdown(string text)
    {
        var read = InRun(text);
        var written = new StringBuilder(read.Length + 16);
        for (var i = 0; i < read.Length; i++)
            _ = read[i] switch
            {
                '*' => written.Append('∗'),
                '_' when AtBorder(read, i) => written.Append('ˍ'),
                '`' => written.Append('ˋ'),
                '<' or '&' or ']' or '~' or '\\' or '!' => written.Append(read[i]).Append(ZeroWidthSpace),
                var other => written.Append(other),
            };
        return written.ToString();
    }

    /// <summary>A whole line of Markdown, so that nothing at its beginning makes it a heading, a list, a quote or a line.</summary>
    public static string Line(string markdown) => Leading().IsMatch(markdown) ? ZeroWidthSpace + markdown : markdown;

    /// <summary>A link's label, in which brackets would end it.</summary>
    public static string InLabel(string text) => InMarkdown(CleanText.Line(text).Replace('[', '(').Replace(']', ')'));

    private static bool AtBorder(string text, int at) => at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);

    /// <summary>The beginning of a function and of a mention; what is matched is parted from what follows.</summary>
    [GeneratedRegex(@"\{(?=\{)|<(?=/?at\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    [GeneratedRegex("  +", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^([#>+=|-]|[0-9]+[.)])", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
