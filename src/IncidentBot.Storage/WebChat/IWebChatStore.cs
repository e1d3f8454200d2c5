using IncidentBot.Core.Bot;

namespace IncidentBot.Storage.WebChat;

/// <summary>Keeps the browser chat's workspace: the platform's own memory, apart from the bot's.</summary>
/// <remarks>Like a real platform it delivers what happened until the bot has stored it: a change and its delivery are saved together, and
/// deliveries that were not handed over are handed over again after a restart.</remarks>
public interface IWebChatStore
{
    Task<IReadOnlyList<WebPerson>> PeopleAsync(CancellationToken ct);

    Task<IReadOnlyList<WebChannel>> ChannelsAsync(CancellationToken ct);

    Task<WebMessage?> FindAsync(string channel, string id, CancellationToken ct);

    Task<WebMessage?> FindByKeyAsync(string key, CancellationToken ct);

    /// <summary>The last messages of a channel before an id (null: the newest), oldest of them first; top-level ones only.</summary>
    Task<IReadOnlyList<WebMessage>> PageAsync(string channel, string? before, int limit, CancellationToken ct);

    /// <summary>A thread's replies, oldest first.</summary>
    Task<IReadOnlyList<WebMessage>> RepliesAsync(string channel, string thread, CancellationToken ct);

    /// <summary>All messages of a channel after an id (null: from the beginning), replies included, oldest first.</summary>
    Task<IReadOnlyList<WebMessage>> AfterAsync(string channel, string? after, int limit, CancellationToken ct);

    Task<string?> ContentAsync(string id, CancellationToken ct);

    /// <summary>Writes everything or nothing, durably.</summary>
    Task SaveAsync(WebChange change, CancellationToken ct);

    /// <summary>Deliveries that were saved and not yet marked as handed over, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> NotHandedOverAsync(CancellationToken ct);

    Task HandedOverAsync(string deliveryId, CancellationToken ct);
}

public sealed record WebChange
{
    public IReadOnlyList<WebPerson> People { get; init; } = [];

    public IReadOnlyList<WebChannel> Channels { get; init; } = [];

    public IReadOnlyList<WebMessage> Messages { get; init; } = [];

    /// <summary>File contents by id.</summary>
    public IReadOnlyDictionary<string, string> Contents { get; init; } = new Dictionary<string, string>();

    /// <summary>What the bot is to hear of it.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; init; } = [];
}
