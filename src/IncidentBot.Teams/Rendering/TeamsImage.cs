using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A picture in a card, which has a place for its description; its bytes are part of the message, so nobody has to be able to reach the program:
/// learn.microsoft.com/microsoftteams/platform/bots/how-to/agents-inline-images</summary>
internal static class TeamsImage
{
    /// <summary>As text they fill two thirds of what a message may hold. Teams does not count the bytes of pictures, but says so of attachments only.</summary>
    public const int MostBytes = 20_000;

    /// <summary>Null: it is too large.</summary>
    public static TeamsMessage? Of(ChatImage image, RichText comment, TeamsRefs? refs = null)
    {
        if (image.Png.Length > MostBytes) return null;
        var message = TeamsCard.InOneMessage(new(image.AltText, new Paragraph(comment)), refs);
        message.Card["body"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "Image",
            ["url"] = $"data:image/png;base64,{Convert.ToBase64String(image.Png)}",
            ["altText"] = image.AltText,
            ["size"] = "Stretch",
        });
        var teams = message.Card["msteams"] as JsonObject ?? [];
        teams["width"] = "Full";
        message.Card["msteams"] = teams;
        return message;
    }
}
