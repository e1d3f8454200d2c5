using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>Slack's rules for what stands in blocks: buttons, selects, text inputs. https://docs.slack.dev/reference/block-kit/block-elements</summary>
internal static class ElementLimits
{
    private static readonly HashSet<string> Known =
    [
        "button", "static_select", "multi_static_select", "users_select", "multi_users_select", "conversations_select", "channels_select", "external_select",
        "plain_text_input", "datepicker", "timepicker", "datetimepicker", "overflow", "radio_buttons", "checkboxes", "image", "url_text_input", "number_input",
    ];

    public static void Check(JsonObject element, Action<string, string> wrong, string at)
    {
        if ((string?)element["type"] is not { } type || !Known.Contains(type))
        {
            wrong($"unsupported type: {element["type"]}", at);
            return;
        }
        Most(element, "action_id", 255);
        Most(element, "value", 2000);
        Most(element, "url", 3000);
        Most(element, "accessibility_label", 75);
        if (type == "button") Text(element["text"], 75, "text");
        if (element["placeholder"] is { } placeholder) Text(placeholder, 150, "placeholder");
        if (type == "button" && element["style"] is { } style && (string?)style is not ("primary" or "danger")) wrong("style must be primary or danger", at);
        if (type == "plain_text_input") TextInput();
        Options(type switch { "overflow" => 5, "radio_buttons" or "checkboxes" => 10, _ => 100 });
        return;

        void Most(JsonObject of, string name, int most)
        {
            if (((string?)of[name])?.Length > most) wrong($"{name} must be less than {most + 1} characters", at);
        }

        void Text(JsonNode? node, int most, string name)
        {
            if (node is not JsonObject text || (string?)text["type"] is not ("plain_text" or "mrkdwn")) wrong($"{name} must be a text object", at);
            else if (string.IsNullOrEmpty((string?)text["text"])) wrong($"{name} must be more than 0 characters", at);
            else Most(text, "text", most);
        }

        void TextInput()
        {
            var most = (int?)element["max_length"] ?? 3000;
            if (most is < 1 or > 3000) wrong("max_length must be 1 to 3000", at);
            if (((string?)element["initial_value"])?.Length > most) wrong("initial_value is longer than max_length", at);
        }

        void Options(int most)
        {
            var needs = type is "static_select" or "multi_static_select" or "overflow" or "radio_buttons" or "checkboxes";
            var options = element["options"] as JsonArray;
            if (needs && element["option_groups"] is null && options is not { Count: > 0 }) wrong("missing required field: options", at);
            if (options?.Count > most) wrong($"no more than {most} options allowed", at);
            foreach (var option in options?.OfType<JsonObject>() ?? [])
            {
                Text(option["text"], 75, "option text");
                Most(option, "value", 75);
                if (option["description"] is { } description) Text(description, 75, "option description");
            }
            if (element["initial_option"] is JsonObject initial && options?.Any(option => JsonNode.DeepEquals(option, initial)) != true) wrong("initial_option must be one of the options", at);
        }
    }
}
