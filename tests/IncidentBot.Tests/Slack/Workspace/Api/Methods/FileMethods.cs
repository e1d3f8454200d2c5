using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>The three steps of an upload, in their order. https://docs.slack.dev/messaging/working-with-files#uploading_files</summary>
internal sealed class FileMethods(Happenings happenings, Uri server)
{
    public IReadOnlyList<ApiMethod> All =>
    [
        new("files.getUploadURLExternal", ["files:write"], Address),
        new("files.completeUploadExternal", ["files:write"], Complete),
        new("files.info", ["files:read"], call => new() { ["file"] = (call.State.Files.Find(file => file.Id == call["file"]) ?? throw new RefusalException("file_not_found")).ToJson(call.State.Url) }),
    ];

    private JsonObject Address(ApiCall call)
    {
        if (!int.TryParse(call.Required("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0) throw new RefusalException("invalid_arguments", "[ERROR] length must be more than 0");
        var file = new SlackFile(call.State.NewId("F"), call.Required("filename"), call.Caller.Id, length);
        call.State.Files.Add(file);
        return new() { ["upload_url"] = new Uri(server, $"upload/{file.Id}").ToString(), ["file_id"] = file.Id };
    }

    private JsonObject Complete(ApiCall call)
    {
        var wanted = call.Json<JsonArray>("files", "invalid_arguments") ?? throw new RefusalException("invalid_arguments", "[ERROR] missing required field: files");
        var files = wanted.Select(one => Uploaded(call, one)).ToList();
        if (call["channel_id"] is not null) Share(call, files);
        return new() { ["files"] = new JsonArray([.. files.Select(file => file.ToJson(call.State.Url))]) };
    }

    private static SlackFile Uploaded(ApiCall call, JsonNode? wanted)
    {
        var file = call.State.Files.Find(known => known.Id == (string?)wanted?["id"]) ?? throw new RefusalException("file_not_found");
        if (file.Content is null) throw new RefusalException("file_not_found", "[ERROR] nothing was uploaded to its address yet");
        if (file.IsComplete) throw new RefusalException("file_update_failed");
        return file;
    }

    private void Share(ApiCall call, IReadOnlyList<SlackFile> files)
    {
        var where = call.Joined("channel_id");
        var thread = call["thread_ts"];
        if (thread is not null && where.Find(thread) is not { Thread: null }) throw new RefusalException("invalid_thread_ts");
        foreach (var file in files) file.IsComplete = true;
        happenings.Post(new(where, call.State.NewTs(), call.Caller) { Subtype = "file_share", Text = call["initial_comment"] ?? "", Files = files, Thread = thread });
    }
}
