using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Text;

/// <summary>What an attachment says, line by line (docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments).</summary>
internal static class AttachmentText
{
    public static IEnumerable<string> Lines(JsonElement attachment)
    {
        List<string> lines = [.. Parts(attachment).OfType<string>(), .. attachment.Items("fields").Select(Field).OfType<string>(), .. BlockText.Lines(attachment)];
        return lines.Count > 0 ? lines : attachment.Filled("fallback") is { } fallback ? [fallback] : [];
    }

    private static IEnumerable<string?> Parts(JsonElement attachment)
    {
        yield return attachment.Filled("pretext");
        yield return Title(attachment.Filled("title"), attachment.Filled("title_link"));
        yield return attachment.Filled("text");
    }

    private static string? Title(string? title, string? link) => title is null || link is null ? title : $"{title} (<{link}>)";

    private static string? Field(JsonElement field) => (field.Filled("title"), field.Filled("value")) switch
    {
        ({ } title, { } value) => $"{title}: {value}",
        var (title, value) => title ?? value,
    };
}
