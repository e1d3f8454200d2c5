using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>The files of a message: names and links, never the content.</summary>
internal static class MessageFiles
{
    public static IReadOnlyList<FileLink> Of(JsonElement message) => [.. message.Items("files").Select(LinkTo).OfType<FileLink>()];

    // A file that was deleted, or that another workspace keeps to itself, comes without a link.
    private static FileLink? LinkTo(JsonElement file) => (file.Filled("permalink") ?? file.Filled("url_private")) is { } url ? new(file.Filled("name") ?? file.Filled("title") ?? "a file", url) : null;
}
