using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Histories;

/// <summary>Reads the messages of a channel or a chat as Graph has them (learn.microsoft.com/graph/api/resources/chatmessage).</summary>
/// <param name="app">The bot's own app.</param>
internal sealed class MessageReading(string app, ChannelRef room, TeamsPeople people)
{
    private readonly Dictionary<string, Person> _met = [];
    private readonly string _tenant = TeamsIds.Tenant(room.Workspace);

    /// <summary>Null for what nobody said: lines of the system, what the bot wrote itself, what was deleted, and what has no time.</summary>
    public async ValueTask<StandingMessage?> ReadAsync(JsonElement message, CancellationToken ct)
    {
        if (!IsSaid(message) || Filled(message, "id") is not { } id || CreatedAt(message) is not { } at) return null;
        var thread = TeamsIds.IsChannel(room) ? Filled(message, "replyToId") ?? id : null;
        var (text, mentions, toBot) = await MessageBody.ReadAsync(message, app, PersonAsync, ct);
        var posted = new MessagePosted(at, await AuthorAsync(message, ct), new(room, thread), new(room, id), text)
        {
            Mentions = mentions,
            ToBot = toBot,
            Files = [.. message.Items("attachments").Select(LinkTo).OfType<FileLink>()],
            FromHistory = true,
        };
        return new(posted, At(message, "lastEditedDateTime"));
    }

    public static DateTimeOffset? CreatedAt(JsonElement message) => At(message, "createdDateTime");

    /// <summary>When it was posted or last changed in any way; a reaction counts.</summary>
    public static DateTimeOffset? ChangedAt(JsonElement message) => At(message, "lastModifiedDateTime") ?? CreatedAt(message);

    private bool IsSaid(JsonElement message) =>
        message.Text("messageType") == "message"
        && message.Part("eventDetail") is not { ValueKind: JsonValueKind.Object }
        && message.Text("deletedDateTime") is null
        && message.Part("from") is { ValueKind: JsonValueKind.Object } from
        && !string.Equals(from.Part("application")?.Text("id"), app, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<Person> AuthorAsync(JsonElement message, CancellationToken ct)
    {
        var from = message.Part("from") ?? default;
        if (from.Part("user") is { } user && Filled(user, "id") is { } id) return await PersonAsync(id, Filled(user, "displayName"), ct);
        var other = from.Part("application") is { ValueKind: JsonValueKind.Object } bot ? bot : from.Part("device") ?? default;
        return new(TeamsIds.Person(_tenant, "28:" + Filled(other, "id")), Filled(other, "displayName") ?? "a bot");
    }

    private async ValueTask<Person> PersonAsync(string id, string? saidName, CancellationToken ct) =>
        _met.TryGetValue(id, out var met) ? met : _met[id] = await people.FindAsync(_tenant, id, saidName, room, ct);

    // Files stand in SharePoint and are attached by reference (learn.microsoft.com/graph/api/resources/chatmessageattachment).
    private static FileLink? LinkTo(JsonElement attachment) =>
        attachment.Text("contentType") == "reference" && Filled(attachment, "contentUrl") is { } url ? new(Filled(attachment, "name") ?? "a file", url) : null;

    private static DateTimeOffset? At(JsonElement message, string name) =>
        DateTimeOffset.TryParse(message.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static string? Filled(JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;
}
