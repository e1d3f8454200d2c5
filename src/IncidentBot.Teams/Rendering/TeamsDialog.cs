using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A form as a dialog: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
internal static class TeamsDialog
{
    private const string Cancel = "Cancel";
    private const int MostFieldsOfMedium = 3;

    /// <summary>The body of the answer to <c>task/fetch</c>, and to <c>task/submit</c> when something is wrong with the fields.</summary>
    /// <param name="faults">What is wrong, a sentence by field id. What belongs to no field stands above them.</param>
    /// <param name="values">What was filled in, by field id; null: the form's own initial values.</param>
    public static JsonObject Of(Form form, FormOrigin origin, IReadOnlyDictionary<string, string>? faults = null, IReadOnlyDictionary<string, string>? values = null) => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = Excerpt.Of(CleanText.Line(form.Title), TeamsLimits.DialogTitle - 1),
                ["height"] = form.Fields.Count > MostFieldsOfMedium ? "large" : "medium",
                ["width"] = "medium",
                ["card"] = TeamsMessage.AttachmentOf(Card(form, origin with { Context = form.Context }, faults ?? new Dictionary<string, string>(), values)),
            },
        },
    };

    /// <summary>A sentence as the answer, in the dialog's place.</summary>
    public static JsonObject Message(string text) => new() { ["task"] = new JsonObject { ["type"] = "message", ["value"] = text } };

    private static JsonObject Card(Form form, FormOrigin origin, IReadOnlyDictionary<string, string> faults, IReadOnlyDictionary<string, string>? values)
    {
        var fields = new TeamsField(values);
        var card = CardJson.Card(new([
            .. WholeTitle(form),
            .. faults.Where(fault => form.Fields.All(field => field.Id != fault.Key)).Select(fault => TeamsField.Fault(fault.Value)),
            .. form.Fields.SelectMany(field => fields.Of(field, faults.GetValueOrDefault(field.Id))),
        ]));
        card["actions"] = new JsonArray(
            new JsonObject { ["type"] = "Action.Submit", ["title"] = Literal.InRun(CleanText.Line(form.SubmitLabel)), ["style"] = "positive", ["data"] = CardData.OfForm(form.Key, origin) },
            new JsonObject { ["type"] = "Action.Submit", ["title"] = Cancel, ["associatedInputs"] = "none", ["data"] = CardData.OfCancel(form.Key) });
        return card;
    }

    /// <summary>A title that does not fit at the top stands in full below it.</summary>
    private static IEnumerable<JsonNode> WholeTitle(Form form) => CleanText.Line(form.Title).Length < TeamsLimits.DialogTitle
        ? []
        : [new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = TeamsRuns.Of(RichText.Of($"{RichText.Bold(CleanText.Line(form.Title))}"), TeamsRefs.Own) }];
}
