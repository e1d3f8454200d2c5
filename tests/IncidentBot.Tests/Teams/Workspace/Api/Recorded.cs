using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>A call as it came, and how it was answered.</summary>
/// <param name="Operation">As in <see cref="ApiFaults"/>.</param>
/// <param name="Outcome">The status with the error's code, or what went wrong on purpose.</param>
public sealed record Recorded(string Operation, string Method, string Path, JsonNode? Body, DateTimeOffset At, string Outcome)
{
    public override string ToString() => $"{Method} {Path} → {Outcome}";
}
