using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A field as an input: adaptivecards.io/explorer/Input.Text.html and its neighbours.</summary>
/// <param name="filled">What was filled in before; null: nothing yet.</param>
internal sealed class TeamsField(IReadOnlyDictionary<string, string>? filled) : IFieldRenderer<JsonObject>
{
    private const int MostRadioButtons = 5;
    private const string Needed = "This is needed.";
    private const string InitialShortened = "What stands there was too long for this field and is shortened.";
    private const string WholeOrganization = "graph.microsoft.com/users";

    /// <summary>The input, what is wrong with it, and its hint.</summary>
    public IEnumerable<JsonObject> Of(FormField field, string? fault)
    {
        var input = field.Accept(this);
        input["id"] = CardData.InputId(field.Id);
        input["label"] = Literal.InRun(CleanText.Line(field.Label));
        input["spacing"] = "Medium";
        if (field.Required)
        {
            input["isRequired"] = true;
            input["errorMessage"] = Needed;
        }
        yield return input;
        if (fault is { Length: > 0 }) yield return Fault(fault);
        if (HintOf(field) is { Length: > 0 } hint) yield return Below(hint, run => run["isSubtle"] = true);
    }

    public static JsonObject Fault(string sentence) => Below(sentence, run => run["color"] = "Attention");

    public JsonObject Text(TextField field)
    {
        var input = new JsonObject { ["type"] = "Input.Text", ["isMultiline"] = field.Multiline, ["maxLength"] = field.MaxLength };
        if (InitialOf(field) is { Length: > 0 } initial) input["value"] = initial.Length <= field.MaxLength ? initial : Excerpt.Of(initial, field.MaxLength - 1);
        return input;
    }

    /// <remarks>Radio buttons for a few options of which one is always chosen. Where none may be chosen, an option says so, with a blank for its value: a list cannot be cleared, and an option must have a value.</remarks>
    public JsonObject Choice(ChoiceField field)
    {
        var options = field.Options.Select(option => (JsonNode)Option(option.Label, option.Value));
        var input = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["style"] = field.Required && field.Options.Count <= MostRadioButtons ? "expanded" : "compact",
            ["wrap"] = true,
            ["choices"] = new JsonArray([.. field.Required ? options : options.Prepend(Option("–", " "))]),
        };
        if (Initial(field) is { } initial && field.Options.Any(option => option.Value == initial)) input["value"] = initial;
        return input;
    }

    /// <remarks>A people picker of the client's: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker. It knows people by their Entra ids.</remarks>
    public JsonObject Person(PersonField field)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["choices"] = new JsonArray(),
            ["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = WholeOrganization },
        };
        if (Guid.TryParse(Initial(field), out var person)) input["value"] = person.ToString();
        return input;
    }

    private static JsonObject Option(string title, string value) => new() { ["title"] = Literal.InRun(CleanText.Line(title)), ["value"] = value };

    private static JsonObject Below(string text, Action<JsonObject> style)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = Literal.InRun(CleanText.Line(text)), ["size"] = "Small" };
        style(run);
        return new() { ["type"] = "RichTextBlock", ["spacing"] = "Small", ["inlines"] = new JsonArray(run) };
    }

    private string? HintOf(FormField field) => field is TextField text && InitialOf(text).Length > text.MaxLength ? $"{InitialShortened} {field.Hint}" : field.Hint;

    private string InitialOf(TextField field) => field.Multiline ? CleanText.Of(Initial(field) ?? "") : CleanText.Line(Initial(field) ?? "");

    private string? Initial(FormField field) => filled is null ? field.Initial : filled.GetValueOrDefault(field.Id);
}
