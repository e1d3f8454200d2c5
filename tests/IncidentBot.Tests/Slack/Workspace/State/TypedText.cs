using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>What a person types, as Slack writes it down. https://docs.slack.dev/messaging/formatting-message-text</summary>
public static partial class TypedText
{
    private static readonly Dictionary<string, string> Emoji = new() { ["📌"] = "pushpin", ["✅"] = "white_check_mark", ["👀"] = "eyes", ["🙂"] = "slightly_smiling_face" };

    /// <param name="labelled">As a slash command with escaping has it: mentions carry names.</param>
    public static string Encoded(WorkspaceState state, string typed, bool labelled = false) => string.Concat(Pieces(state, typed).Select(piece => piece switch
    {
        { Member: { } member } => labelled ? $"<@{member.Id}|{member.Name}>" : $"<@{member.Id}>",
        { Url: { } url } => $"<{url}>",
        { Emoji: { } emoji } => $":{emoji}:",
        _ => piece.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
    }));

    public static JsonArray Blocks(WorkspaceState state, string typed) => new(new JsonObject
    {
        ["type"] = "rich_text",
        ["block_id"] = state.NewId("b"),
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray([.. Pieces(state, typed).Select(AsElement)]) }),
    });

    /// <summary>The name of an emoji, without colons.</summary>
    public static string EmojiName(string emojiOrName) => Emoji.GetValueOrDefault(emojiOrName, emojiOrName);

    private sealed record Piece(string Text, Member? Member = null, string? Url = null, string? Emoji = null);

    private static IEnumerable<Piece> Pieces(WorkspaceState state, string typed)
    {
        var at = 0;
        foreach (Match found in Special().Matches(typed))
        {
            var piece = found.Value switch
            {
                ['@', .. var name] when state.Member(name) is { } member => new Piece(found.Value, Member: member),
                ['@', ..] => null,
                ['h', ..] => new Piece(found.Value, Url: found.Value),
                _ => new Piece(found.Value, Emoji: Emoji[found.Value]),
            };
            if (piece is null) continue;
            if (found.Index > at) yield return new(typed[at..found.Index]);
            yield return piece;
            at = found.Index + found.Length;
        }
        if (at < typed.Length) yield return new(typed[at..]);
    }

    private static JsonNode AsElement(Piece piece) => piece switch
    {
        { Member: { } member } => new JsonObject { ["type"] = "user", ["user_id"] = member.Id },
        { Url: { } url } => new JsonObject { ["type"] = "link", ["url"] = url },
        { Emoji: { } emoji } => new JsonObject { ["type"] = "emoji", ["name"] = emoji },
        _ => new JsonObject { ["type"] = "text", ["text"] = piece.Text },
    };

    [GeneratedRegex(@"@[a-z]+|https?://\S+|📌|✅|👀|🙂")]
    private static partial Regex Special();
}
