using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Rendering;

/// <summary>One message as <c>chat.postMessage</c> and <c>chat.update</c> take it.</summary>
/// <param name="Blocks">Empty when there is nothing but the text.</param>
/// <param name="Text">Shown by notifications and read out by screen readers; escaped.</param>
internal sealed record SlackMessage(JsonArray Blocks, string Text);
