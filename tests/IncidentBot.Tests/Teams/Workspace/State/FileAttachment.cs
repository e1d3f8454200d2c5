using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>A file that a person attached. learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4</summary>
public static class FileAttachment
{
    public const string Type = "application/vnd.microsoft.teams.file.download.info";

    public static JsonObject Of(string name) => new()
    {
        ["contentType"] = Type,
        ["contentUrl"] = $"https://contoso.sharepoint.example/sites/SRE/Shared%20Documents/{Uri.EscapeDataString(name)}",
        ["name"] = name,
        ["content"] = new JsonObject { ["downloadUrl"] = $"https://contoso.sharepoint.example/download/{Uri.EscapeDataString(name)}", ["uniqueId"] = "file-1", ["fileType"] = name.Split('.')[^1] },
    };
}
