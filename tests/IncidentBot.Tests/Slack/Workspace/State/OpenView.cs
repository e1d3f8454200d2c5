using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>A modal that a person has before them, or their home tab.</summary>
public sealed class OpenView(string id, string user, JsonObject json)
{
    public string Id => id;

    public string User => user;

    /// <summary>As the app sent it.</summary>
    public JsonObject Json { get; set; } = json;

    public string Hash { get; set; } = "1.first";

    public bool IsOpen { get; set; } = true;

    public string Words => BlockWords.Of((string?)Json["title"]?["text"] ?? "", Json["blocks"]);

    public IReadOnlyList<JsonObject> Buttons => BlockWords.Buttons(Json["blocks"] as JsonArray);

    /// <summary>Input blocks by block_id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Inputs =>
        (Json["blocks"] as JsonArray ?? []).OfType<JsonObject>().Where(block => (string?)block["type"] == "input").ToDictionary(block => (string)block["block_id"]!);

    public JsonObject ToJson(JsonObject? state = null)
    {
        var view = (JsonObject)Json.DeepClone();
        view["id"] = Id;
        view["team_id"] = WorkspaceState.TeamId;
        view["hash"] = Hash;
        view["root_view_id"] = Id;
        view["previous_view_id"] = null;
        view["app_id"] = WorkspaceState.AppId;
        view["bot_id"] = WorkspaceState.BotId;
        view["private_metadata"] ??= "";
        view["callback_id"] ??= "";
        view["external_id"] ??= "";
        view["state"] = new JsonObject { ["values"] = state ?? [] };
        return view;
    }
}
