using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Events.Text;

namespace IncidentBot.Teams.Histories;

/// <summary>Reads the messages of a channel or a chat as Graph has them (learn.microsoft.com/graph/api/resources/chatmessage), to the same as was heard of them.</summary>
/// <param name="app">The bot's own app.</param>
internal sealed class ChatMessageReading(string app, ChannelRef room, PeopleLookup people)
{
    private readonly Dictionary<string, Person> _met = [];
    private readonly string _tenant = TeamsIds.Tenant(room.Workspace);

    public static DateTimeOffset? CreatedAt(JsonElement message) => ActivityTime.Read(message.Text("createdDateTime"));

    /// <summary>When it was posted or last changed in any way; a reaction counts.</summary>
    public static DateTimeOffset? ChangedAt(JsonElement message) => ActivityTime.Read(message.Text("lastModifiedDateTime")) ?? CreatedAt(message);

    /// <summary>Null for what nobody said: lines of the system, what the bot wrote itself, what was deleted, what is empty, and what has no time.</summary>
    public async ValueTask<StandingMessage?> ReadAsync(JsonElement message, CancellationToken ct)
    {
        if (!IsSaid(message) || message.Filled("id") is not { } id || CreatedAt(message) is not { } at) return null;
        var (text, files) = (await TextAsync(message, ct), MessageFiles.Of(message));
        if (text.Text.Length == 0 && files.Count == 0) return null;
        var thread = TeamsIds.IsChannel(room) ? message.Filled("replyToId") ?? id : null;
        var posted = new MessagePosted(at, await AuthorAsync(message.Part("from") ?? default, ct), new(room, thread), new(room, id), text.Text)
        {
            Mentions = text.Mentions,
            ToBot = text.ToBot,
            Files = files,
            FromHistory = true,
        };
        return new(posted, ActivityTime.Read(message.Text("lastEditedDateTime")));
    }

    private bool IsSaid(JsonElement message) =>
        message.Text("messageType") == "message"
        && message.Part("eventDetail") is not { ValueKind: JsonValueKind.Object }
        && message.Text("deletedDateTime") is null
        && message.Part("from") is { ValueKind: JsonValueKind.Object } from
        && !IsOwn(from.Part("application"));

    private bool IsOwn(JsonElement? application) => string.Equals(application?.Text("id"), app, StringComparison.OrdinalIgnoreCase);

    private ValueTask<MessageText> TextAsync(JsonElement message, CancellationToken ct)
    {
        var body = message.Part("body") ?? default;
        var content = body.Text("content") ?? "";
        return MessageText.OfAsync(MessageReading.OrCards(body.Text("contentType") == "text" ? [new(content)] : HtmlText.Read(content), message), piece => WhoAsync(message, piece, ct));
    }

    // learn.microsoft.com/graph/api/resources/chatmessagemention: the number of an <at> in the text is the mention's id.
    private async ValueTask<Mentioned?> WhoAsync(JsonElement message, TextPiece piece, CancellationToken ct)
    {
        var mentioned = message.Items("mentions").FirstOrDefault(mention => mention.Part("id")?.ToString() == piece.Mention).Part("mentioned") ?? default;
        if (mentioned.Part("user") is { } user && user.Filled("id") is { } id) return new(await PersonAsync(id, user.Filled("displayName") ?? piece.Text, ct), IsBot: false, IsPerson: true);
        if (Other(mentioned) is not { } other) return null;
        return new(new(TeamsIds.Person(_tenant, other.Filled("id") ?? ""), other.Filled("displayName") ?? piece.Text), IsOwn(mentioned.Part("application")), IsPerson: false);
    }

    private async ValueTask<Person> AuthorAsync(JsonElement from, CancellationToken ct)
    {
        if (from.Part("user") is { } user && user.Filled("id") is { } id) return await PersonAsync(id, user.Filled("displayName"), ct);
        var other = Other(from) ?? default;
        return new(TeamsIds.Person(_tenant, Activity.BotIdOf(other.Filled("id") ?? "")), other.Filled("displayName") ?? Accounts.NamelessBot);
    }

    // An application, a device, a team, a channel or a tag.
    private static JsonElement? Other(JsonElement identities) =>
        identities.ValueKind is JsonValueKind.Object ? identities.EnumerateObject().Select(identity => identity.Value).FirstOrDefault(identity => identity.ValueKind is JsonValueKind.Object) is { ValueKind: JsonValueKind.Object } found ? found : null : null;

    private async ValueTask<Person> PersonAsync(string id, string? saidName, CancellationToken ct) =>
        _met.TryGetValue(id, out var met) ? met : _met[id] = await people(_tenant, id, saidName, room, ct);
}
