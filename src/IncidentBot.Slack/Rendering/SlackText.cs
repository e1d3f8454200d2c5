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

    /// <summary>Without what JSON or Slack would refuse: control characters go, half characters become �.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>On one line.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>Shown as it is: nothing in it is markup.</summary>
    public static JsonObject Plain(string text, int most) => new() { ["type"] = "plain_text", ["text"] = Shortened(Line(text), most), ["emoji"] = true };

    /// <summary>Already escaped. <c>verbatim</c>, or else Slack makes <c>#name</c> and <c>@here</c> of people's words live.</summary>
    public static JsonObject Mrkdwn(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    public static string Shortened(string text, int most) => text.Length <= most ? text : Excerpt.Of(text, most - 1, "").TrimEnd(',', ';', ':', '·', ' ') + "…";

    /// <summary>A text for notifications: escaped, at most so long.</summary>
    public static string Fallback(string text, int most)
    {
        var clean = Clean(text).Trim();
        for (var room = most; ; room = room * 3 / 4)
            if (Escape(Shortened(clean, room)) is var escaped && escaped.Length <= most) return escaped;
    }
}
