using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events;

/// <summary>The files of a message: names and links, never the content (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).</summary>
/// <remarks>The link is where people open the file. The one for downloading needs no signing in and ends after minutes: it is not kept.</remarks>
internal static class MessageFiles
{
    private const string Unnamed = "a file";
    private const string Picture = "a picture";

    public static IReadOnlyList<FileLink> Of(JsonElement message) => [.. message.Items("attachments").Select(LinkTo).OfType<FileLink>()];

    private static FileLink? LinkTo(JsonElement attachment)
    {
        if (attachment.Filled("contentUrl") is not { } url || !WebAddress.Is(url)) return null;
        var (type, name) = (attachment.Text("contentType") ?? "", attachment.Filled("name"));
        if (type is "application/vnd.microsoft.teams.file.download.info" or "reference") return new(name ?? Unnamed, url);
        return type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal) ? new(name ?? (type.StartsWith("image/", StringComparison.Ordinal) ? Picture : Unnamed), url) : null;
    }
}
