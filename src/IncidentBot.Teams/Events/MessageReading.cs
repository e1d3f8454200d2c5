using System.Text.Json;
using IncidentBot.Http;
using IncidentBot.Teams.Events.Text;

namespace IncidentBot.Teams.Events;

/// <summary>What a message says: its HTML, which has the line breaks, lists and links that its plain text lost; else that text.</summary>
internal static class MessageReading
{
    private const string Html = "text/html";

    public static ValueTask<MessageText> ReadAsync(Activity said, CancellationToken ct)
    {
        var mentions = new MessageMentions(said);
        return MessageText.OfAsync(OrCards(PiecesOf(said.Body, mentions), said.Body), piece => mentions.WhoAsync(piece, ct));
    }

    /// <summary>What the message's cards say, where it has no words of its own.</summary>
    public static IReadOnlyList<TextPiece> OrCards(IReadOnlyList<TextPiece> pieces, JsonElement message) =>
        pieces.Any(piece => piece.Mention is not null || !string.IsNullOrWhiteSpace(piece.Text)) ? pieces : [new(CardText.Of(message))];

    /// <summary>Something is attached that the bot is not told of.</summary>
    public static bool HasAttached(JsonElement message) => HtmlOf(message)?.Contains("<attachment", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>There is something to read, be it an empty text.</summary>
    public static bool HasText(JsonElement message) => message.Text("text") is not null || HtmlOf(message) is not null;

    // HTML in which the bot's mention cannot be found would make a command of nothing.
    private static IReadOnlyList<TextPiece> PiecesOf(JsonElement message, MessageMentions mentions)
    {
        if (HtmlOf(message) is { } html && HtmlText.Read(html) is { Count: > 0 } pieces && (!mentions.MentionBot || mentions.MentionBotIn(pieces))) return pieces;
        return mentions.Split((message.Text("text") ?? "").Replace("&nbsp;", " ", StringComparison.Ordinal));
    }

    private static string? HtmlOf(JsonElement message) => message.Items("attachments").FirstOrDefault(attachment => attachment.Text("contentType") == Html).Filled("content");
}
