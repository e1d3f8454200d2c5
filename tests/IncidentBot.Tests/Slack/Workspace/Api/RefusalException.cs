namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>An answer with <c>ok: false</c>.</summary>
/// <param name="messages">What stands in <c>response_metadata.messages</c>.</param>
public sealed class RefusalException(string error, params string[] messages) : Exception(error)
{
    public string Error => Message;

    public IReadOnlyList<string> Messages => messages;

    /// <summary>More members of the answer.</summary>
    public System.Text.Json.Nodes.JsonObject More { get; init; } = [];
}
