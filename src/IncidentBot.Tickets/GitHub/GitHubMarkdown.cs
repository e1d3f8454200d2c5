using System.Text.RegularExpressions;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets.GitHub;

/// <summary>The body of an issue, and the marks by which the bot knows its own again: comments of HTML, which pages do not show.</summary>
internal static partial class GitHubMarkdown
{
    // docs.github.com names no limit for either; these are what the API refuses above.
    private const int LongestTitle = 256;
    private const int LongestBody = 65_536;
    private const char WordJoiner = '\u2060';

    public static string Title(string title) => Excerpt.Of(title, LongestTitle - 1);

    public static string Body(TicketText text, string mark) => $"{Excerpt.Of(string.Join("\n\n", text.Lines.Select(Line)), LongestBody - mark.Length - 3)}\n\n{mark}";

    public static string Comment(string words, string mark) => $"{Quiet(Markdown.Escape(words))}\n\n{mark}";

    public static string Mark(ActionItemId item) => $"<!-- incidentbot {Uri.EscapeDataString(item.Key)} -->";

    /// <param name="errand">Names the errand, so that its comment is known on the next try.</param>
    public static string Mark(ActionItemId item, string errand) => $"<!-- incidentbot {Uri.EscapeDataString(item.Key)} {Uri.EscapeDataString(errand)} -->";

    private static string Line(TicketLine line)
    {
        var text = line.Url is { } url ? Markdown.Link(line.Text, url) : Quiet(Markdown.Escape(line.Text));
        return line.Label is { } label ? $"**{label}:** {text}" : text;
    }

    // What people wrote in the chat calls nobody on GitHub and refers to none of its issues.
    private static string Quiet(string markdown) => Calling().Replace(markdown, match => match.Value + WordJoiner);

    [GeneratedRegex(@"[@#](?=[\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Calling();
}
