using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Rendering;

/// <summary>One message as the Connector takes it: an Adaptive Card and nothing beside it, because Teams splits a message with a text and a card into two
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages).</summary>
/// <param name="Card">The card; <see cref="Attachment"/> is it as an attachment.</param>
/// <param name="Summary">The activity's <c>summary</c>: what notifications show.</param>
internal sealed record TeamsMessage(JsonObject Card, string Summary)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public JsonObject Attachment => AttachmentOf(Card);

    public static JsonObject AttachmentOf(JsonObject card) => new() { ["contentType"] = ContentType, ["content"] = card.DeepClone() };
}
