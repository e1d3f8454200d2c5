using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Messages;
using IncidentBot.Slack.Rendering;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Files;

/// <summary>Posts files and pictures in three steps: a place for the bytes, the bytes, the file in a channel (https://docs.slack.dev/messaging/working-with-files#uploading_files).</summary>
/// <remarks>Nobody sees the file before the last step, so only that one is looked for before it is repeated.</remarks>
internal sealed class SlackUploads(SlackApi api, SlackWire wire, ChannelNames channels, Joining joining, OwnMessages own)
{
    /// <remarks>Slack takes no empty file.</remarks>
    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) =>
        ShareAsync(to, fileName, Encoding.UTF8.GetBytes(content.Length == 0 ? "\n" : content), null, comment, key, ct);

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) => ShareAsync(to, image.FileName, image.Png, image.AltText, comment, key, ct);

    private async Task ShareAsync(Place to, string fileName, byte[] bytes, string? altText, RichText comment, SayingKey key, CancellationToken ct)
    {
        var channel = await channels.IdAsync(to.Channel.Id, ct);
        if (await own.FindAsync(channel, to.Thread, key, message => Holds(message, fileName, bytes.Length), ct) is not null) return;
        var file = await PlaceAsync(fileName, bytes, altText, ct);
        var words = Mrkdwn.Of(comment);
        var complete = new SlackArguments
        {
            ["files"] = new JsonArray(new JsonObject { ["id"] = file, ["title"] = fileName }),
            ["channel_id"] = channel,
            ["thread_ts"] = to.Thread,
            ["initial_comment"] = words.Length > 0 ? words : null,
        };
        await joining.DoAsync(channel, () => api.CallAsync("files.completeUploadExternal", complete, ct), ct);
    }

    /// <summary>The id of a file that holds the bytes and that nobody sees yet.</summary>
    private async Task<string> PlaceAsync(string fileName, byte[] bytes, string? altText, CancellationToken ct)
    {
        var place = await api.CallAsync("files.getUploadURLExternal", new() { ["filename"] = fileName, ["length"] = bytes.Length, ["alt_txt"] = altText }, ct);
        if (!Uri.TryCreate(place.Text("upload_url"), UriKind.Absolute, out var url) || place.Text("file_id") is not { } file)
            throw new ChatException(ChatFault.Temporary, "Slack gave no place to upload a file to.");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var answer = await wire.SendAsync(request, "an upload", ct);
        return answer.Status is HttpStatusCode.OK
            ? file
            : throw new ChatException(ChatFault.Temporary, $"Slack did not take the bytes of a file: HTTP {(int)answer.Status}.", answer.AsksToWait ? answer.Wait : null);
    }

    // The size tells a later edition of a file from an earlier one.
    private static bool Holds(JsonElement message, string fileName, int length) => message.Items("files").Any(file =>
        file.Text("name") == fileName && (file.Part("size") is not { ValueKind: JsonValueKind.Number } size || (size.TryGetInt32(out var bytes) && bytes == length)));
}
