using System.Net;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Workspace.People;

/// <summary>What came of a press or of a dialog that was sent.</summary>
/// <param name="Status">Of the bot's answer; null: the bot was not asked at once.</param>
public sealed record Pressed(HttpStatusCode? Status, JsonNode? Body)
{
    /// <summary>The dialog that is open now.</summary>
    public Dialog? Dialog { get; init; }

    /// <summary>The words that the person is shown, if any.</summary>
    public string? Told => (string?)Body?["type"] == "application/vnd.microsoft.activity.message" ? (string?)Body["value"]
        : (string?)Body?["task"]?["type"] == "message" ? (string?)Body["task"]!["value"]
        : (string?)(Body?["value"] as JsonObject)?["message"];
}
