using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>The one place where text is made safe for Slack.</summary>
/// <remarks>Only these three characters are escaped: docs.slack.dev/messaging/formatting-message-text</remarks>
internal static class SlackText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text) AppendEscaped(escaped, c);
        return escaped.ToString();
    }

    public static StringBuilder AppendEscaped(StringBuilder written, char c) => c switch
    {
        '&' => written.Append("&amp;"),
        '<' => written.Append("&lt;"),
        '>' => written.Append("&gt;"),
        _ => written.Append(c),
    };

    /// <summary>Shown as it is: nothing in it is markup.</summary>
    public static JsonObject Plain(string text, int most) => new() { ["type"] = "plain_text", ["text"] = Shortened(CleanText.Line(text), most), ["emoji"] = true };

    /// <summary>Already escaped. <c>verbatim</c>, or else Slack makes <c>#name</c> and <c>@here</c> of people's words live.</summary>
    public static JsonObject Mrkdwn(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    public static string Shortened(string text, int most) => text.Length <= most ? text : Excerpt.Of(text, most - 1, "").TrimEnd(',', ';', ':', '·', ' ') + "…";

    /// <summary>A text for notifications: escaped, at most so long.</summary>
    public static string Fallback(string text, int most)
    {
        var clean = CleanText.Of(text).Trim();
        for (var room = most; ; room = room * 3 / 4)
            if (Escape(Shortened(clean, room)) is var escaped && escaped.Length <= most) return escaped;
    }
}
