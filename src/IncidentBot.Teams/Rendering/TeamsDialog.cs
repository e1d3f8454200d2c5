using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A form as a dialog: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
internal static class TeamsDialog
{
    private const string Cancel = "Cancel";

    /// <summary>The body of the answer to <c>task/fetch</c>, and to <c>task/submit</c> when something is wrong with the fields.</summary>
    /// <param name="faults">What is wrong, a sentence by field id.</param>
    /// <param name="values">What was filled in, by field id; null: the form's own initial values.</param>
    public static JsonObject Of(Form form, FormOrigin origin, IReadOnlyDictionary<string, string>? faults = null, IReadOnlyDictionary<string, string>? values = null) => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = form.Title,
                ["height"] = "medium",
                ["width"] = "medium",
                ["card"] = TeamsMessage.AttachmentOf(Card(form, origin, faults ?? new Dictionary<string, string>(), values)),
            },
        },
    };

    /// <summary>An answer in a sentence, in the dialog's place.</summary>
    public static JsonObject Message(string text) => new() { ["task"] = new JsonObject { ["type"] = "message", ["value"] = text } };

    private static JsonObject Card(Form form, FormOrigin origin, IReadOnlyDictionary<string, string> faults, IReadOnlyDictionary<string, string>? values) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["body"] = new JsonArray([.. form.Fields.Select(field => (JsonNode)new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = CardData.InputId(field.Id),
            ["label"] = field.Label,
            ["value"] = values?.GetValueOrDefault(field.Id) ?? field.Initial ?? "",
        })]),
        ["actions"] = new JsonArray(
            new JsonObject { ["type"] = "Action.Submit", ["title"] = form.SubmitLabel, ["style"] = "positive", ["data"] = CardData.OfForm(form.Key, origin with { Context = form.Context }) },
            new JsonObject { ["type"] = "Action.Submit", ["title"] = Cancel, ["associatedInputs"] = "none", ["data"] = CardData.OfCancel(form.Key) }),
    };
}
