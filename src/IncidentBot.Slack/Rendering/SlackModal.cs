using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A form as a modal view: docs.slack.dev/reference/views/modal-views. Its key is the <c>callback_id</c>.</summary>
internal static class SlackModal
{
    private const string Cancel = "Cancel";

    public static JsonObject Of(Form form, FormOrigin origin) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = form.Key,
        ["title"] = SlackText.Plain(form.Title, SlackLimits.ViewTitle),
        ["submit"] = SlackText.Plain(form.SubmitLabel, SlackLimits.ViewTitle),
        ["close"] = SlackText.Plain(Cancel, SlackLimits.ViewTitle),
        ["private_metadata"] = Metadata(form, origin),
        ["blocks"] = new JsonArray([.. WholeTitle(form).Concat(form.Fields.Select(SlackField.Of))]),
    };

    // Contexts are ids of ours, see the test; a longer one is an error of ours and must not come back cut.
    private static string Metadata(Form form, FormOrigin origin) => (origin with { Context = form.Context }).Write() is { Length: <= SlackLimits.PrivateMetadata } written
        ? written
        : throw new InvalidOperationException($"The context of the form {form.Key} is too long for Slack.");

    /// <summary>A title that does not fit at the top stands in full below it.</summary>
    private static IEnumerable<JsonNode> WholeTitle(Form form) => form.Title.Length <= SlackLimits.ViewTitle
        ? []
        : SlackBlocks.Of([new Paragraph(RichText.Of($"{RichText.Bold(form.Title)}"))], tables: false).Select(block => (JsonNode)block.Json);
}
