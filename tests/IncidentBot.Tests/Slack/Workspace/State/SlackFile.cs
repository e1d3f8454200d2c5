using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>A file; <c>Content</c> is null until its bytes have come.</summary>
public sealed class SlackFile(string id, string name, string owner, int length)
{
    public string Id => id;

    public string Name => name;

    public int Length => length;

    public byte[]? Content { get; set; }

    public bool IsComplete { get; set; }

    public string Text => Encoding.UTF8.GetString(Content ?? []);

    public JsonObject ToJson(string workspaceUrl) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["title"] = Name,
        ["mimetype"] = "text/plain",
        ["filetype"] = "text",
        ["user"] = owner,
        ["size"] = Length,
        ["mode"] = "hosted",
        ["is_external"] = false,
        ["url_private"] = $"{workspaceUrl}files-pri/{Id}/{Name}",
        ["permalink"] = $"{workspaceUrl}files/{owner}/{Id}/{Name}",
    };
}
