using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>What people and the bot do with channels, saved together with what the bot is to hear of it.</summary>
/// <remarks>All throw <see cref="ChatException"/> for what cannot be done, with a sentence to show.</remarks>
public sealed class ChannelActions(Workspace workspace)
{
    /// <summary>Opens a channel. A name that is taken gets a number; a key that was seen gives the channel that it opened.</summary>
    public Task<WebChannel> CreateAsync(WebPerson by, string wish, string topic, bool isPrivate, IReadOnlyList<string> members, string? key, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        if (key is not null && workspace.Channels.FirstOrDefault(channel => channel.Key == key) is { } opened) return opened;
        var (at, _) = workspace.Stamp();
        var name = ChannelName.Free(wish, taken => workspace.Channels.Any(channel => !channel.Deleted && channel.Name == taken));
        var channel = new WebChannel
        {
            Id = ChannelName.Free(name, workspace.IsTaken),
            Name = name,
            Topic = topic,
            Private = isPrivate,
            Members = [.. workspace.People.Where(person => person.IsBot).Select(person => person.Id).Prepend(by.Id).Concat(members).Distinct()],
            Key = key,
            CreatedAt = at,
        };
        await workspace.SaveAsync(new() { Channels = [channel], Messages = [Notice(channel, by, "created the channel")] }, ct);
        return channel;
    }, ct);

    /// <summary>The direct conversation of two people, opened when there is none yet.</summary>
    public Task<WebChannel> DirectAsync(string one, string other, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        var id = DirectId(one, other);
        if (workspace.Channel(id) is { } known) return known;
        var channel = new WebChannel { Id = id, Name = "", Direct = true, Members = [one, other], CreatedAt = workspace.Stamp().At };
        await workspace.SaveAsync(new() { Channels = [channel] }, ct);
        return channel;
    }, ct);

    /// <summary>The same for both of them.</summary>
    public static string DirectId(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"dm-{one}-{other}" : $"dm-{other}-{one}";

    public Task DeleteAsync(WebPerson by, string id, CancellationToken ct) => ChangeAsync(id, channel =>
        (channel with { Deleted = true }, null, new RoomGone(workspace.Stamp().At, Workspace.PersonOf(by), Workspace.PlaceOf(id))), ct);

    public Task JoinAsync(WebPerson by, string id, CancellationToken ct) => ChangeAsync(id, channel =>
        channel.Members.Contains(by.Id) ? Silently(channel) : Came(channel, by, Notice(channel, by, "joined")), ct);

    public Task InviteAsync(WebPerson by, string id, WebPerson invited, CancellationToken ct) => ChangeAsync(id, channel =>
        channel.Members.Contains(invited.Id) ? Silently(channel) : Came(channel, invited, Notice(channel, by, $"added {invited.Name}")), ct);

    public Task SetTopicAsync(string id, string topic, CancellationToken ct) => ChangeAsync(id, channel => Silently(channel with { Topic = topic }), ct);

    public Task LeaveAsync(WebPerson by, string id, CancellationToken ct) => ChangeAsync(id, channel => !channel.Members.Contains(by.Id)
        ? Silently(channel)
        : (channel with { Members = [.. channel.Members.Where(member => member != by.Id)] }, Notice(channel, by, "left"), new PersonLeft(workspace.Stamp().At, Workspace.PersonOf(by), Workspace.PlaceOf(id))), ct);

    private (WebChannel, WebMessage?, ChatEvent?) Came(WebChannel channel, WebPerson person, WebMessage notice) =>
        (channel with { Members = [.. channel.Members, person.Id] }, notice, new PersonCame(workspace.Stamp().At, Workspace.PersonOf(person), Workspace.PlaceOf(channel.Id)));

    private static (WebChannel, WebMessage?, ChatEvent?) Silently(WebChannel channel) => (channel, null, null);

    private Task<WebChannel> ChangeAsync(string id, Func<WebChannel, (WebChannel Changed, WebMessage? Notice, ChatEvent? Said)> change, CancellationToken ct) => workspace.AloneAsync(async () =>
    {
        var channel = workspace.Standing(id);
        if (channel.Direct) throw new ChatException(ChatFault.Refused, "A direct conversation cannot be changed.");
        var (changed, notice, said) = change(channel);
        if (ReferenceEquals(changed, channel)) return channel;
        await workspace.SaveAsync(new()
        {
            Channels = [changed],
            Messages = notice is null ? [] : [notice],
            Deliveries = said is not null && channel.HeardByBot(workspace) ? [Workspace.DeliveryOf(said)] : [],
        }, ct);
        return changed;
    }, ct);

    private WebMessage Notice(WebChannel channel, WebPerson by, string text)
    {
        var (at, id) = workspace.Stamp();
        return new() { Channel = channel.Id, Id = id, Author = by.Id, PostedAt = at, Text = text, Notice = true };
    }
}
