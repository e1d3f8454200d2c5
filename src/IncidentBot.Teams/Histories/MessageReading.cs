using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories;

/// <summary>Reads a message as Graph has it (learn.microsoft.com/graph/api/resources/chatmessage).</summary>
internal sealed class MessageReading(TeamsOptions options, GraphPeople people)
{
    /// <summary>Null for what nobody said: lines of the system, what the bot wrote itself, what was deleted, and what has no time.</summary>
    /// <param name="room">The channel or chat.</param>
    public async ValueTask<StandingMessage?> ReadAsync(ChannelRef room, JsonElement message, CancellationToken ct)
    {
        if (!IsSaid(message) || message.Text("id") is not { Length: > 0 } id || CreatedAt(message) is not { } at) return null;
        var tenant = TeamsIds.Tenant(room.Workspace);
        var thread = TeamsIds.IsChannel(room) ? Filled(message, "replyToId") ?? id : null;
        var (text, mentions, toBot) = await MessageBody.ReadAsync(tenant, message, options.AppId, people, ct);
        var posted = new MessagePosted(at, await AuthorAsync(tenant, message, ct), new(room, thread), new(room, id), text)
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
        && !string.Equals(from.Part("application")?.Text("id"), options.AppId, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<Person> AuthorAsync(string tenant, JsonElement message, CancellationToken ct)
    {
        var from = message.Part("from") ?? default;
        if (from.Part("user") is { } user && Filled(user, "id") is { } id) return await people(tenant, id, Filled(user, "displayName"), ct);
        var other = from.Part("application") is { ValueKind: JsonValueKind.Object } app ? app : from.Part("device") ?? default;
        return new(TeamsIds.Person(tenant, Filled(other, "id") ?? "unknown"), Filled(other, "displayName") ?? "a bot");
    }

    // Files stand in SharePoint and are attached by reference (learn.microsoft.com/graph/api/resources/chatmessageattachment).
    private static FileLink? LinkTo(JsonElement attachment) =>
        attachment.Text("contentType") == "reference" && Filled(attachment, "contentUrl") is { } url ? new(Filled(attachment, "name") ?? "a file", url) : null;

    private static DateTimeOffset? At(JsonElement message, string name) =>
        DateTimeOffset.TryParse(message.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static string? Filled(JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;
}
