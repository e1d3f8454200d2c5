using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Text;

/// <summary>The text of a message, still with Slack's marks; where it has none, what its blocks and attachments say.</summary>
internal static class ReadableText
{
    public static string Of(JsonElement message)
    {
        if (message.Filled("text") is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        return string.Join('\n', BlockText.Lines(message).Concat(message.Items("attachments").SelectMany(AttachmentText.Lines)).Where(line => !string.IsNullOrWhiteSpace(line)));
    }
}
