using System.Runtime.CompilerServices;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>The bot's way into the browser chat.</summary>
public sealed class BrowserChat(Workspace workspace, ChannelActions channels, IWebChatStore store) : IChat
{
    /// <summary>What a command begins with.</summary>
    public const string CommandPrefix = "/incident";

    private const int HistoryPage = 500;

    string IChat.CommandPrefix => CommandPrefix;

    public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(RoomKind.Channel);

    /// <summary>No other chat is set up. Beside another one the bot speaks of its own accord there, also while that one does not know its workspace yet.</summary>
    public bool IsAlone { get; init; } = true;

    public string? Home => IsAlone ? Workspace.Id : null;

    public bool Serves(string workspace) => workspace == Workspace.Id;

    public async Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct) =>
        Workspace.RefOf(await PostOnceAsync(to, key.Value, message => message with { Card = card, Text = card.Fallback }, [], ct));

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => ChangeAsync(message, standing => standing with { Card = card, Text = card.Fallback }, ct);

    public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct) =>
        PostOnceAsync(to, key.Value, message => message with { Card = card, Text = card.Fallback, VisibleTo = person.Id }, [], ct);

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) => ChangeAsync(message, standing => standing.WithReaction(SeedWorkspace.Bot.Id, emoji, on: true), ct);

    public Task PinAsync(MessageRef message, CancellationToken ct) => ChangeAsync(message, standing => standing.WithPin(SeedWorkspace.Bot.Id, on: true), ct);

    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) =>
        PostFileAsync(to, PostedFile.Of(fileName, content), null, comment, key, ct);

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) =>
        PostFileAsync(to, PostedFile.Of(image.FileName, image.Png), image.AltText, comment, key, ct);

    public async Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct)
    {
        var by = workspace.Person(request.AskedBy.Ref.Id) ?? SeedWorkspace.Bot;
        var invited = request.Invite.Where(person => workspace.Person(person.Id) is not null).Select(person => person.Id);
        var channel = await channels.CreateAsync(by, request.Name, request.Topic, request.Private, [.. invited], request.Key, ct);
        var people = channel.Members.Where(member => workspace.Person(member) is { IsBot: false });
        return new(Workspace.PlaceOf(channel.Id), channel.Name, [.. people.Select(member => new PersonRef(Workspace.Id, member))]);
    }

    public async Task<Place> DirectAsync(PersonRef person, CancellationToken ct) => workspace.Person(person.Id) is { } known
        ? Workspace.PlaceOf((await channels.DirectAsync(known.Id, SeedWorkspace.Bot.Id, ct)).Id)
        : throw new ChatException(ChatFault.Gone, $"There is nobody named {person.Id}.");

    public async Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct)
    {
        foreach (var invited in people.Select(person => workspace.Person(person.Id)).OfType<WebPerson>()) await channels.InviteAsync(SeedWorkspace.Bot, room.Channel.Id, invited, ct);
    }

    public Task SetTopicAsync(Place room, string topic, CancellationToken ct) => channels.SetTopicAsync(room.Channel.Id, topic, ct);

    /// <inheritdoc />
    /// <remarks>The bot has no page of its own here, and nobody can open one.</remarks>
    public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct) => throw new ChatException(ChatFault.Refused, "The browser chat has no page of the bot.");

    public string? LinkTo(MessageRef message, string? thread) => null;

    public async IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        workspace.Standing(room.Channel.Id);
        var after = WebMessage.NewId(since, 0);
        for (var page = await store.AfterAsync(room.Channel.Id, after, HistoryPage, ct); page.Count > 0; page = await store.AfterAsync(room.Channel.Id, after, HistoryPage, ct))
        {
            foreach (var message in page)
                if (BySomebody(message) is { } author && (room.Thread is null || room.Thread == message.Thread))
                    yield return new(PostedBy(author, message), message.EditedAt);
            after = page[^1].Id;
        }
    }

    private WebPerson? BySomebody(WebMessage message) =>
        message is { Deleted: false, Notice: false, VisibleTo: null } && workspace.Person(message.Author) is { IsBot: false } person ? person : null;

    private MessagePosted PostedBy(WebPerson author, WebMessage message) =>
        new(message.PostedAt, Workspace.PersonOf(author), Workspace.PlaceOf(message.Channel, message.Thread), Workspace.RefOf(message), message.Text)
        {
            Files = [.. message.Files.Select(FileContent.LinkTo)],
            Mentions = Mentions.Read(message.Text, workspace.People).People,
            FromHistory = true,
        };

    private Task PostFileAsync(Place to, PostedFile posted, string? altText, RichText comment, SayingKey key, CancellationToken ct)
    {
        var file = new WebFile(posted.Name, FileContent.NewId(), posted.Bytes) { AltText = altText };
        var words = comment.ToPlainText();
        return PostOnceAsync(to, key.Value, message => message with { Files = [file], Text = words, Card = words.Length > 0 ? Card.Of(comment) : null }, new() { [file.Content] = posted.Content }, ct);
    }

    private Task<WebMessage> PostOnceAsync(Place to, string key, Func<WebMessage, WebMessage> fill, Dictionary<string, string> contents, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        if (await store.FindByKeyAsync(key, ct) is { } posted) return posted;
        workspace.Standing(to.Channel.Id);
        var head = await workspace.HeadAsync(to, ct);
        var (at, id) = workspace.Stamp();
        var message = fill(new() { Channel = to.Channel.Id, Id = id, Thread = head?.Id, Author = SeedWorkspace.Bot.Id, PostedAt = at, Key = key });
        await workspace.SaveAsync(new() { Messages = head is null || message.VisibleTo is not null ? [message] : [message, head.WithReply(message)], Contents = contents }, ct);
        return message;
    }, ct);

    private Task<WebMessage> ChangeAsync(MessageRef message, Func<WebMessage, WebMessage> change, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        var standing = await workspace.StandingAsync(message, ct);
        var channel = workspace.Standing(message.Channel.Id);
        var changed = change(standing);
        if (changed == standing) return standing;
        var pinned = channel.WithPinned(changed);
        await workspace.SaveAsync(new() { Messages = [changed], Channels = pinned == channel ? [] : [pinned] }, ct);
        return changed;
    }, ct);
}
