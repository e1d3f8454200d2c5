using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>What people do with messages. Each is saved together with what the bot is to hear of it.</summary>
/// <remarks>All throw <see cref="ChatException"/> for what cannot be done, with a sentence to show.</remarks>
public sealed class MessageActions(Workspace workspace)
{
    public const int LongestText = 40_000;
    private const string Pushpin = "📌";

    public async Task<WebMessage> PostAsync(WebPerson by, Place to, string text, IReadOnlyList<PostedFile> files, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text) && files.Count == 0) throw new ChatException(ChatFault.Refused, "The message is empty.");
        CheckLength(text);
        var channel = workspace.Standing(to.Channel.Id);
        if (!channel.Members.Contains(by.Id)) throw new ChatException(ChatFault.Refused, "Join the channel first.");
        return to.Thread is null
            ? await PostAsync(by, channel, null, text, files, ct)
            : await workspace.AloneAsync(async () => await PostAsync(by, channel, await workspace.HeadAsync(to, ct), text, files, ct), ct);
    }

    public Task EditAsync(WebPerson by, MessageRef message, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ChatException(ChatFault.Refused, "A message cannot become empty. Delete it instead.");
        CheckLength(text);
        return ChangeAsync(message, (standing, at) =>
        {
            Own(standing, by);
            var (named, mentions) = Mentions.Read(text, workspace.People);
            return named == standing.Text
                ? (standing, null)
                : (standing with { Text = named, EditedAt = at }, new MessageEdited(at, Workspace.PersonOf(by), PlaceOf(standing), message, named, standing.PostedAt) { Mentions = mentions });
        }, ct);
    }

    public Task DeleteAsync(WebPerson by, MessageRef message, CancellationToken ct) => ChangeAsync(message, (standing, at) =>
    {
        Own(standing, by);
        return (standing with { Deleted = true, Text = "", Files = [], Reactions = [], PinnedBy = [] },
            new MessageDeleted(at, Workspace.PersonOf(by), PlaceOf(standing), message, standing.PostedAt));
    }, ct);

    /// <summary>Adds one's reaction, or takes it away.</summary>
    public Task ReactAsync(WebPerson by, MessageRef message, string emoji, bool on, CancellationToken ct) => ChangeAsync(message, (standing, at) =>
    {
        var changed = standing.WithReaction(by.Id, emoji, on);
        return (changed, changed != standing && emoji == Pushpin ? new HighlightSet(at, Workspace.PersonOf(by), PlaceOf(standing), message, "reaction", on) : null);
    }, ct);

    /// <summary>Pins a message, or takes one's pin away.</summary>
    public Task PinAsync(WebPerson by, MessageRef message, bool on, CancellationToken ct) => ChangeAsync(message, (standing, at) =>
        standing.PinnedBy.Contains(by.Id) == on ? (standing, null) : (standing.WithPin(by.Id, on), new HighlightSet(at, Workspace.PersonOf(by), PlaceOf(standing), message, "pin", on)), ct);

    private async Task<WebMessage> PostAsync(WebPerson by, WebChannel channel, WebMessage? head, string text, IReadOnlyList<PostedFile> files, CancellationToken ct)
    {
        var (named, mentions) = Mentions.Read(text, workspace.People);
        var (at, id) = workspace.Stamp();
        var stored = files.Select(file => (File: new WebFile(file.Name, FileContent.NewId(), file.Bytes), file.Content)).ToList();
        var message = new WebMessage { Channel = channel.Id, Id = id, Thread = head?.Id, Author = by.Id, PostedAt = at, Text = named, Files = [.. stored.Select(file => file.File)] };
        var said = new MessagePosted(at, Workspace.PersonOf(by), PlaceOf(message), Workspace.RefOf(message), named) { Mentions = mentions, Files = [.. message.Files.Select(FileContent.LinkTo)] };
        await workspace.SaveAsync(new()
        {
            Messages = head is null ? [message] : [message, head.WithReply(message)],
            Contents = stored.ToDictionary(file => file.File.Content, file => file.Content),
            Deliveries = channel.HeardByBot(workspace) ? [Workspace.DeliveryOf(said)] : [],
        }, ct);
        return message;
    }

    private Task<WebMessage> ChangeAsync(MessageRef message, Func<WebMessage, DateTimeOffset, (WebMessage Changed, ChatEvent? Said)> change, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        var standing = await workspace.StandingAsync(message, ct);
        var channel = workspace.Standing(message.Channel.Id);
        var (changed, said) = change(standing, workspace.Stamp().At);
        if (changed == standing) return standing;
        var pinned = channel.WithPinned(changed);
        await workspace.SaveAsync(new()
        {
            Messages = [changed],
            Channels = pinned == channel ? [] : [pinned],
            Deliveries = said is not null && channel.HeardByBot(workspace) ? [Workspace.DeliveryOf(said)] : [],
        }, ct);
        return changed;
    }, ct);

    private static Place PlaceOf(WebMessage message) => Workspace.PlaceOf(message.Channel, message.Thread);

    private static void Own(WebMessage message, WebPerson by)
    {
        if (message.Author != by.Id) throw new ChatException(ChatFault.Refused, "Only its author can change a message.");
    }

    private static void CheckLength(string text)
    {
        if (text.Length > LongestText) throw new ChatException(ChatFault.Refused, $"A message can have {LongestText} characters; this one has {text.Length}. Post it as a file.");
    }
}
