using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Api;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.People;

/// <summary>A dialog that a person has before them. learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
/// <param name="About">The card whose button opened it, or the message whose action was chosen.</param>
/// <param name="Command">The message action that opened it; null: a button.</param>
public sealed record Dialog(string Title, JsonObject Card, Conversation Where, Message? About, string? Command)
{
    public string Words => CardWords.Of(Title, Card);

    public IReadOnlyList<JsonObject> Inputs => CardWords.Inputs(Card);

    public IReadOnlyList<JsonObject> Buttons => CardWords.Actions(Card);

    /// <summary>From <c>{"task": {"type": "continue", …}}</c>; null: the answer opens none.</summary>
    internal static Dialog? Of(TeamsState state, JsonNode? answer, Conversation where, Message? about, string? command)
    {
        if ((string?)answer?["task"]?["type"] is not "continue") return null;
        var value = answer["task"]!["value"]!;
        if (CardRules.Against(value["card"]) is [_, ..] wrong) state.Violations.Enqueue($"A dialog's card is not valid: {string.Join("; ", wrong)}");
        if ((string?)value["title"] is not { Length: > 0 } title) throw new InvalidOperationException($"A dialog without a title: {answer}");
        return new(title, (JsonObject)value["card"]!["content"]!.DeepClone(), where, about, command);
    }
}
