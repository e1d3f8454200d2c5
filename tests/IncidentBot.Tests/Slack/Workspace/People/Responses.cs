using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.People;

/// <summary>What people see of the app's answers to commands, presses and forms.</summary>
internal sealed class Responses(WorkspaceState state, Happenings happenings)
{
    private const int MostUses = 5;

    /// <summary>The answer to a command, or what was posted to a <c>response_url</c>.</summary>
    public void Show(Conversation where, Member who, JsonNode? answer)
    {
        if (answer is null) return;
        var text = answer is JsonValue plain ? plain.ToString() : (string?)answer["text"] ?? "";
        var blocks = (answer as JsonObject)?["blocks"]?.DeepClone() as JsonArray;
        if (text.Length == 0 && blocks is null) return;
        if ((string?)(answer as JsonObject)?["response_type"] == "in_channel") happenings.Post(new(where, state.NewTs(), state.Bot) { Text = text, Blocks = blocks });
        else where.Ephemerals.Add(new(state.NewTs(), who.Id, null, text, blocks));
    }

    /// <summary>A post to a <c>response_url</c>; false: it is used up or unknown. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses</summary>
    public bool Take(string id, JsonObject posted)
    {
        if (!state.ResponseUrls.TryGetValue(id, out var url) || ++url.Uses > MostUses) return false;
        if ((bool?)posted["delete_original"] == true && url.About is { } deleted) happenings.Delete(deleted);
        else if ((bool?)posted["replace_original"] == true && url.About is { } replaced) happenings.Edit(replaced, message => (message.Text, message.Blocks) = ((string?)posted["text"] ?? "", posted["blocks"]?.DeepClone() as JsonArray));
        else Show(url.Where, url.Who, posted);
        return true;
    }

    /// <summary>What the answer to a form does. https://docs.slack.dev/surfaces/modals#response_actions</summary>
    public IReadOnlyDictionary<string, string> Submitted(OpenView view, JsonNode? answer)
    {
        switch ((string?)answer?["response_action"])
        {
            case null or "clear":
                view.IsOpen = false;
                return new Dictionary<string, string>();
            case "errors":
                var errors = ((JsonObject)answer["errors"]!).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
                foreach (var field in errors.Keys.Where(field => !view.Inputs.ContainsKey(field))) state.Violations.Enqueue($"An error for {field}, which is no input of the form");
                if (errors.Count == 0 || errors.Values.Any(string.IsNullOrEmpty)) state.Violations.Enqueue("An error without a text");
                return errors;
            case "update":
                view.Json = (JsonObject)answer["view"]!.DeepClone();
                return new Dictionary<string, string>();
            case { } other:
                throw new InvalidOperationException($"The double does not know the answer {other} to a form");
        }
    }
}
