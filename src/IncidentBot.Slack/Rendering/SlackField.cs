using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>A field as an input block: docs.slack.dev/reference/block-kit/blocks/input-block. The block is named like the field, the element always <see cref="ActionId"/>.</summary>
internal sealed class SlackField : IFieldRenderer<JsonObject>
{
    public const string ActionId = "value";

    private const int MostRadioButtons = 5;
    private const string InitialShortened = "What stands there was too long for this field and is shortened.";

    private static readonly SlackField Instance = new();

    public static JsonNode Of(FormField field)
    {
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Id,
            ["label"] = SlackText.Plain(field.Label, SlackLimits.InputLabel),
            ["optional"] = !field.Required,
            ["element"] = field.Accept(Instance),
        };
        if (HintOf(field) is { Length: > 0 } hint) block["hint"] = SlackText.Plain(hint, SlackLimits.InputHint);
        return block;
    }

    public JsonObject Text(TextField field)
    {
        var element = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = ActionId, ["multiline"] = field.Multiline, ["max_length"] = MostOf(field) };
        if (InitialOf(field) is { Length: > 0 } initial) element["initial_value"] = SlackText.Shortened(initial, MostOf(field));
        return element;
    }

    /// <remarks>Radio buttons for a few options of which one is always chosen: they cannot be cleared again.</remarks>
    public JsonObject Choice(ChoiceField field)
    {
        var few = field.Required && field.Options.Count <= MostRadioButtons;
        var element = new JsonObject
        {
            ["type"] = few ? "radio_buttons" : "static_select",
            ["action_id"] = ActionId,
            ["options"] = new JsonArray([.. field.Options.Select(Option)]),
        };
        if (field.Options.FirstOrDefault(option => option.Value == field.Initial) is { } initial) element["initial_option"] = Option(initial);
        return element;
    }

    public JsonObject Person(PersonField field)
    {
        var element = new JsonObject { ["type"] = "users_select", ["action_id"] = ActionId };
        if (field.Initial is { } user && SlackSpans.IsUser(user)) element["initial_user"] = user;
        return element;
    }

    private static JsonNode Option(FormOption option) => new JsonObject { ["text"] = SlackText.Plain(option.Label, SlackLimits.OptionText), ["value"] = option.Value };

    private static string? HintOf(FormField field) => field is TextField text && InitialOf(text).Length > MostOf(text) ? $"{InitialShortened} {field.Hint}" : field.Hint;

    private static int MostOf(TextField field) => Math.Min(field.MaxLength, SlackLimits.Input);

    private static string InitialOf(TextField field) => field.Multiline ? CleanText.Of(field.Initial ?? "") : CleanText.Line(field.Initial ?? "");
}
