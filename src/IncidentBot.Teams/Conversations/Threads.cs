using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Conversations;

/// <summary>In which thread of a channel a message stands: the Connector changes a reply through its thread's conversation, and a message's id does not tell it.</summary>
internal sealed class Threads(IAdapterRecords records, ILogger<Threads> log) : IDisposable
{
    private const int MostHeard = 20_000;

    private readonly Remembered<string> _own = new(records, "thread/");
    private readonly ConcurrentDictionary<string, string> _heard = [];

    /// <summary>Takes in somebody's message, for a while.</summary>
    public void Heard(JsonElement activity, ActivityAddress address)
    {
        if (address.Kind is not ConversationKind.Channel || activity.Text("type") != "message" || activity.Text("id") is not { Length: > 0 } id || address.Root is not { } root) return;
        if (_heard.Count >= MostHeard) _heard.Clear();
        _heard[KeyOf(TeamsIds.Channel(address.Tenant, address.Conversation), id)] = root;
    }

    /// <summary>Keeps the thread of a reply of ours.</summary>
    public async ValueTask KeepAsync(MessageRef message, string root, CancellationToken ct)
    {
        try
        {
            await _own.SaveAsync(KeyOf(message.Channel, message.Id), root, ct);
        }
        catch (StoreUnavailableException full) // The message stands: saying it again for this would be worse.
        {
            log.LogWarning("In which thread {Message} stands was not kept: {Reason}", message, full.Message);
            _heard[KeyOf(message.Channel, message.Id)] = root;
        }
    }

    /// <summary>Null: not known. Most of these are first messages, whose thread is their own.</summary>
    public async ValueTask<string?> OfAsync(MessageRef message, CancellationToken ct)
    {
        var key = KeyOf(message.Channel, message.Id);
        return _heard.TryGetValue(key, out var heard) ? heard : await _own.FindAsync(key, ct);
    }

    public void Dispose() => _own.Dispose();

    private static string KeyOf(ChannelRef channel, string message) => $"{TeamsIds.Tenant(channel.Workspace)}/{TeamsIds.Own(channel)}/{message}";
}
