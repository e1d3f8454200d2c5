using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Slack's rules for views. https://docs.slack.dev/reference/views</summary>
internal static class ViewLimits
{
    public static JsonObject Checked(ApiCall call, string type)
    {
        var view = call.Json<JsonObject>("view", "invalid_arguments") ?? throw new RefusalException("invalid_arguments", "[ERROR] missing required field: view");
        var wrong = Wrong(view, type);
        return wrong.Count == 0 ? view : throw new RefusalException("invalid_arguments", [.. wrong]);
    }

    public static IReadOnlyList<string> Wrong(JsonObject view, string type)
    {
        var wrong = new List<string>();
        if ((string?)view["type"] != type) wrong.Add($"[ERROR] a view of type {type} is wanted");
        Most("private_metadata", 3000);
        Most("callback_id", 255);
        Most("external_id", 255);
        if (view["blocks"] is not JsonArray blocks) return [.. wrong, "[ERROR] missing required field: blocks"];
        wrong.AddRange(BlockLimits.InView(blocks));
        if (blocks.Any(block => (string?)block?["type"] is "table" or "markdown")) wrong.Add("[ERROR] unsupported type in a view");
        if (type == "modal") Modal(blocks);
        return wrong;

        void Modal(JsonArray inside)
        {
            if (view["title"] is null) wrong.Add("[ERROR] missing required field: title");
            foreach (var name in new[] { "title", "submit", "close" })
                if ((string?)view[name]?["text"] is { } text && text.Length is 0 or > 24) wrong.Add($"[ERROR] {name} must have 1 to 24 characters");
            if (view["submit"] is null && inside.Any(block => (string?)block?["type"] == "input")) wrong.Add("[ERROR] submit is required when there are input blocks");
        }

        void Most(string name, int most)
        {
            if (((string?)view[name])?.Length > most) wrong.Add($"[ERROR] {name} must be less than {most + 1} characters");
        }
    }
}
