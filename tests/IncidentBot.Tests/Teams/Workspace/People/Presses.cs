using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Delivery;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.People;

/// <summary>What Teams' client does when a button is pressed, a dialog is sent or a message's action is chosen.</summary>
public sealed class Presses(TeamsState state, Activities activities, Happenings happenings, Deliveries deliveries)
{
    public async Task<Pressed> PressAsync(Member by, Message card, JsonObject button, IReadOnlyDictionary<string, string> filled)
    {
        var data = InputValues.Of(state, button["data"] as JsonObject, CardWords.Inputs(card.Attachments), filled);
        switch ((string)button["type"]!)
        {
            case "Action.Execute":
                var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = (string?)button["title"], ["verb"] = (string?)button["verb"], ["data"] = data };
                var executed = await AskAsync("adaptiveCard/action", card.Where, card, by, new() { ["action"] = action, ["trigger"] = "manual" });
                return new(executed.Status, executed.Body);
            case "Action.Submit" when Fetches(data):
                var fetched = await AskAsync("task/fetch", card.Where, card, by, WithContext(new() { ["data"] = data }));
                return new(fetched.Status, fetched.Body) { Dialog = Dialog.Of(state, fetched.Body, card.Where, card, command: null) };
            case "Action.Submit":
                data.Remove("msteams");
                lock (state.Gate) happenings.Submit(card, by, data);
                return new(null, null);
            default:
                throw new InvalidOperationException($"The double cannot press a {button["type"]}");
        }
    }

    /// <summary>An old client, which knows no Action.Execute, uses its fallback.</summary>
    public Task<Pressed> PressAsOldClientAsync(Member by, Message card, JsonObject button, IReadOnlyDictionary<string, string> filled) =>
        PressAsync(by, card, button["fallback"] as JsonObject ?? throw new InvalidOperationException($"“{button["title"]}” has no fallback"), filled);

    public async Task<Pressed> SubmitAsync(Member by, Dialog dialog, JsonObject button, IReadOnlyDictionary<string, string> filled)
    {
        var data = InputValues.Of(state, button["data"] as JsonObject, dialog.Inputs, filled);
        var (name, value) = dialog.Command is { } command ? ("composeExtension/submitAction", OnMessage(command, dialog.About)) : ("task/submit", new JsonObject());
        value["data"] = data;
        var answer = await AskAsync(name, dialog.Where, dialog.About, by, WithContext(value));
        return new(answer.Status, answer.Body) { Dialog = Dialog.Of(state, answer.Body, dialog.Where, dialog.About, dialog.Command) };
    }

    /// <param name="fetches">Whether the manifest says that the command opens a dialog.</param>
    public async Task<Pressed> ChooseAsync(Member by, Message message, string command, bool fetches)
    {
        var value = OnMessage(command, message);
        if (!fetches) value["data"] = new JsonObject();
        var answer = await AskAsync(fetches ? "composeExtension/fetchTask" : "composeExtension/submitAction", message.Where, message, by, WithContext(value));
        return new(answer.Status, answer.Body) { Dialog = Dialog.Of(state, answer.Body, message.Where, message, command) };
    }

    private Task<BotAnswer> AskAsync(string name, Conversation where, Message? about, Member by, JsonObject value)
    {
        lock (state.Gate) return deliveries.AskAsync(activities.Invoke(name, where, about, by, value));
    }

    private static bool Fetches(JsonObject data) => (string?)data["msteams"]?["type"] == "task/fetch";

    private static JsonObject WithContext(JsonObject value)
    {
        value["context"] = new JsonObject { ["theme"] = "default" };
        return value;
    }

    private static JsonObject OnMessage(string command, Message? message)
    {
        var value = new JsonObject { ["commandId"] = command, ["commandContext"] = "message" };
        if (message is null) return value;
        value["messagePayload"] = new JsonObject
        {
            ["id"] = message.Id,
            ["replyToId"] = message is { Root: not null, IsRoot: false } ? message.Root : null,
            ["createdDateTime"] = message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["lastModifiedDateTime"] = null,
            ["deleted"] = false,
            ["importance"] = "normal",
            ["locale"] = "en-us",
            ["from"] = message.IsByBot
                ? new JsonObject { ["application"] = new JsonObject { ["id"] = message.By.AadId, ["displayName"] = message.By.DisplayName, ["applicationIdentityType"] = "bot" } }
                : new JsonObject { ["user"] = new JsonObject { ["id"] = message.By.AadId, ["displayName"] = message.By.DisplayName, ["userIdentityType"] = "aadUser" } },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = message.Html ?? message.Text },
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(),
        };
        return value;
    }
}
