using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>What a message says, as <c>chat.*</c> methods take it. https://docs.slack.dev/reference/methods/chat.postMessage</summary>
internal sealed record Content(string Text, JsonArray? Blocks, JsonObject? Metadata)
{
    private const int MostText = 40_000;

    /// <exception cref="RefusalException">Slack would not take it.</exception>
    public static Content Of(ApiCall call)
    {
        var text = call["text"] ?? "";
        var blocks = call.Json<JsonArray>("blocks", "invalid_blocks_format");
        if (text.Length == 0 && blocks is not { Count: > 0 }) throw new RefusalException("no_text");
        if (text.Length == 0) call.State.Violations.Enqueue($"{call.Method} without a text to fall back to");
        if (text.Length > MostText) call.State.Violations.Enqueue($"{call.Method} with a text that Slack cuts off after {MostText} characters");
        return new(text, Checked(blocks, call), call.Json<JsonObject>("metadata", "invalid_metadata_format"));
    }

    private static JsonArray? Checked(JsonArray? blocks, ApiCall call)
    {
        if (blocks is null) return null;
        var wrong = BlockLimits.InMessage(blocks);
        if (wrong.Any(one => one.Contains("only_one_table_allowed", StringComparison.Ordinal))) throw new RefusalException("invalid_attachments", [.. wrong]);
        if (wrong.Count > 0) throw new RefusalException("invalid_blocks", [.. wrong]);
        foreach (var block in blocks.OfType<JsonObject>()) block["block_id"] ??= call.State.NewId("b");
        return blocks.Count == 0 ? null : blocks;
    }
}
