using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>The workspace behind the browser chat: its people and channels, and the one way to change anything in it.</summary>
/// <remarks>There is one of it, so that people and channels are kept in memory after <see cref="LoadAsync"/>.</remarks>
public sealed class Workspace(IWebChatStore store, LiveFeed feed, Handover handover, TimeProvider time) : IDisposable
{
    /// <summary>The workspace in every reference of the browser chat.</summary>
    public const string Id = "local";

    private readonly ConcurrentDictionary<string, WebPerson> _people = new();
    private readonly ConcurrentDictionary<string, WebChannel> _channels = new();
    private readonly SemaphoreSlim _alone = new(1);
    private readonly Lock _stamping = new();
    private DateTimeOffset _last;
    private int _number;

    public IEnumerable<WebPerson> People => _people.Values.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<WebChannel> Channels => _channels.Values;

    public WebPerson? Person(string id) => _people.GetValueOrDefault(id);

    /// <summary>A channel that stands; null when there is none of this id, or when it was deleted.</summary>
    public WebChannel? Channel(string id) => _channels.GetValueOrDefault(id) is { Deleted: false } channel ? channel : null;

    public bool IsTaken(string channelId) => _channels.ContainsKey(channelId);

    /// <exception cref="ChatException">It was deleted, or never was.</exception>
    public WebChannel Standing(string id) => Channel(id) ?? throw new ChatException(ChatFault.Gone, "This channel was deleted.");

    /// <exception cref="ChatException">It was deleted, or never was.</exception>
    public async Task<WebMessage> StandingAsync(MessageRef message, CancellationToken ct)
    {
        Standing(message.Channel.Id);
        return await store.FindAsync(message.Channel.Id, message.Id, ct) is { Deleted: false } found ? found : throw new ChatException(ChatFault.Gone, "This message was deleted.");
    }

    /// <summary>The first message of the thread that is spoken in; null at top level. A deleted one still heads its thread.</summary>
    /// <exception cref="ChatException">There is none.</exception>
    public async Task<WebMessage?> HeadAsync(Place to, CancellationToken ct) =>
        to.Thread is null ? null : await store.FindAsync(to.Channel.Id, to.Thread, ct) ?? throw new ChatException(ChatFault.Gone, "There is no such thread.");

    public async Task LoadAsync(CancellationToken ct)
    {
        Keep(new() { People = await store.PeopleAsync(ct), Channels = await store.ChannelsAsync(ct) });
    }

    /// <summary>Saves a change, shows it, and wakes the hand-over of what the bot is to hear.</summary>
    public async Task SaveAsync(WebChange change, CancellationToken ct)
    {
        await store.SaveAsync(change, ct);
        Keep(change);
        feed.Tell(change);
        if (change.Deliveries.Count > 0) handover.Wake();
    }

    /// <summary>Reads, decides and saves with nobody else changing what was read.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> change, CancellationToken ct)
    {
        await _alone.WaitAsync(ct);
        try
        {
            return await change();
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>The time and the id of something new; later ones are greater, also when the clock is set back.</summary>
    public (DateTimeOffset At, string Id) Stamp()
    {
        lock (_stamping)
        {
            var now = time.GetUtcNow();
            if (now.ToUnixTimeMilliseconds() > _last.ToUnixTimeMilliseconds()) _number = 0;
            if (now > _last) _last = now;
            return (_last, WebMessage.NewId(_last, ++_number));
        }
    }

    public static Place PlaceOf(string channel, string? thread = null) => new(new(Id, channel), thread);

    public static MessageRef RefOf(WebMessage message) => new(new(Id, message.Channel), message.Id);

    public static Person PersonOf(WebPerson person) => new(new(Id, person.Id), person.Name, person.TimeZone);

    /// <summary>What happened, as the bot will read it.</summary>
    public static Delivery DeliveryOf(ChatEvent said) =>
        new($"web:{Guid.NewGuid():N}", Translators.Own, said.Place.Channel.ToString(), BotJson.Write(said), said.At);

    public void Dispose() => _alone.Dispose();

    private void Keep(WebChange change)
    {
        foreach (var person in change.People) _people[person.Id] = person;
        foreach (var channel in change.Channels) _channels[channel.Id] = channel;
    }
}
