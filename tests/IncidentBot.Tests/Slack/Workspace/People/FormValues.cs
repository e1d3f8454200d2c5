using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.People;

/// <summary>What a person filled into a modal, as <c>state.values</c> has it; refuses what Slack's own client would not let them send.</summary>
internal static class FormValues
{
    public static JsonObject Of(WorkspaceState state, OpenView view, IReadOnlyDictionary<string, string> filled)
    {
        if (filled.Keys.FirstOrDefault(name => !view.Inputs.ContainsKey(name)) is { } unknown) throw new InvalidOperationException($"The form has no field {unknown}; it has {string.Join(", ", view.Inputs.Keys)}");
        var values = new JsonObject();
        foreach (var (id, input) in view.Inputs)
        {
            var element = (JsonObject)input["element"]!;
            var value = Value(state, element, filled.GetValueOrDefault(id));
            if ((bool?)input["optional"] != true && IsEmpty(value)) throw new InvalidOperationException($"The field {id} must be filled in");
            values[id] = new JsonObject { [(string)element["action_id"]!] = value };
        }
        return values;
    }

    private static JsonObject Value(WorkspaceState state, JsonObject element, string? said)
    {
        var type = (string)element["type"]!;
        var value = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "plain_text_input":
                var text = said ?? (string?)element["initial_value"];
                if (text?.Length > ((int?)element["max_length"] ?? 3000)) throw new InvalidOperationException($"“{text[..20]}…” is too long for its field");
                value["value"] = string.IsNullOrEmpty(text) ? null : text;
                break;
            case "static_select" or "radio_buttons":
                value["selected_option"] = said is null ? element["initial_option"]?.DeepClone() : Option(element, said).DeepClone();
                break;
            case "users_select":
                value["selected_user"] = said is null ? (string?)element["initial_user"] : (state.Member(said) ?? throw new InvalidOperationException($"There is no {said}")).Id;
                break;
            default:
                throw new InvalidOperationException($"The double cannot fill in a {type}");
        }
        return value;
    }

    private static JsonNode Option(JsonObject element, string said) =>
        (element["options"] as JsonArray ?? []).FirstOrDefault(option => (string?)option!["value"] == said || (string?)option["text"]!["text"] == said) ?? throw new InvalidOperationException($"There is no choice “{said}”");

    private static bool IsEmpty(JsonObject value) => value.All(pair => pair.Key == "type" || pair.Value is null);
}
