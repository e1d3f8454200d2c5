using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <param name="Scopes">Any one of them is enough; none: every token may.</param>
public sealed record ApiMethod(string Name, IReadOnlyList<string> Scopes, Func<ApiCall, JsonObject> Answer)
{
    /// <summary>Called with the app-level token.</summary>
    public bool ForApp { get; init; }
}
