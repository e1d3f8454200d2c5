using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Rendering;

/// <param name="Length">Of its text.</param>
internal sealed record SlackBlock(SlackBlockKind Kind, JsonObject Json, int Length);

internal enum SlackBlockKind
{
    Text,
    Table,
    Buttons,
}
