using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Text;

/// <summary>A rich_text block written as Slack would write it in a message's text, so that both are read alike (docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static class RichTextText
{
    public static IEnumerable<string> Lines(JsonElement block) => block.Items("elements").SelectMany(Of);

    private static IEnumerable<string> Of(JsonElement element) => element.Filled("type") switch
    {
        "rich_text_list" => element.Items("elements").SelectMany(item => Of(item).Select(line => "• " + line)),
        "rich_text_quote" => [.. Inline(element).Split('\n').Select(line => "&gt; " + line)],
        _ => Inline(element) is { Length: > 0 } text ? [text] : [],
    };

    private static string Inline(JsonElement element) => string.Concat(element.Items("elements").Select(Piece)).TrimEnd('\n');

    private static string Piece(JsonElement piece) => piece.Filled("type") switch
    {
        "user" => Bracket("@", piece.Filled("user_id")),
        "channel" => Bracket("#", piece.Filled("channel_id")),
        "usergroup" => Bracket("!subteam^", piece.Filled("usergroup_id")),
        "broadcast" => Bracket("!", piece.Filled("range")),
        "link" => piece.Filled("url") is not { } url ? Escape(piece.Filled("text")) : piece.Filled("text") is { } label ? $"<{Escape(url)}|{Escape(label)}>" : $"<{Escape(url)}>",
        "emoji" => piece.Filled("name") is { } name ? $":{name}:" : "",
        "date" => Escape(piece.Filled("fallback")),
        _ => Escape(piece.Filled("text")),
    };

    private static string Bracket(string sigil, string? id) => id is null ? "" : $"<{sigil}{id}>";

    private static string Escape(string? text) => text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal) ?? "";
}
