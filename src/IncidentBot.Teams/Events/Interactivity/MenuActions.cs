using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Events.Text;

namespace IncidentBot.Teams.Events.Interactivity;

/// <summary>Actions chosen in the menu of a message, or at the composer
/// (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command).</summary>
internal static class MenuActions
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity done, CancellationToken ct)
    {
        if (done.Body.Part("value") is not { } value || value.Filled("commandId") is not { } action) return [];
        if (BotTables.Button(action)?.OpensForm is not null) return [new ButtonPressed(done.At, await done.ByAsync(ct), done.Place, null, action, "")];
        if (BotTables.Message(action) is null || value.Part("messagePayload") is not { } message || message.Filled("id") is not { } id) return [];
        var postedAt = ActivityTime.Read(message.Text("createdDateTime")) ?? ActivityTime.OfMessage(id) ?? done.At;
        var place = done.PlaceOf(message.Filled("replyToId") ?? id);
        return [new MessageChosen(done.At, await done.ByAsync(ct), place, new(place.Channel, id), action, await TextOfAsync(message), await AuthorAsync(done, message, ct), postedAt)];
    }

    private static async ValueTask<string> TextOfAsync(JsonElement message)
    {
        var body = message.Part("body") ?? default;
        var content = body.Text("content") ?? "";
        return (await MessageText.OfAsync(body.Text("contentType") == "html" ? HtmlText.Read(content) : [new(content)], _ => ValueTask.FromResult<Mentioned?>(null))).Text;
    }

    private static async ValueTask<Person> AuthorAsync(Activity done, JsonElement message, CancellationToken ct)
    {
        var from = message.Part("from") ?? default;
        if (from.Part("user") is { } user && user.Filled("id") is { } id)
            return user.Filled("displayName") is { } name ? new(TeamsIds.Person(done.Tenant, id), name) : await done.Reading.People(done.Tenant, id, null, done.Place.Channel, ct);
        var other = from.Part("application") ?? default;
        return other.Filled("id") is { } app ? new(TeamsIds.Person(done.Tenant, Activity.BotIdOf(app)), other.Filled("displayName") ?? Accounts.NamelessBot) : Accounts.Nobody(done.Tenant);
    }
}
