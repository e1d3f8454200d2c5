using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Histories.Graph;

namespace IncidentBot.Teams.Histories;

/// <summary>Where the app may read everything, and where its owner has not agreed to that (learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent).</summary>
/// <remarks>The same permission lets the bot hear what is not said to it; so where it cannot read, it hears only a part, and the room is told so, once.</remarks>
internal sealed class Consents(IInbox inbox, TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelRef, Person> _speakers = [];
    private readonly ConcurrentDictionary<ChannelRef, bool> _given = [];

    /// <summary>The history of this channel or chat was read.</summary>
    public bool IsGiven(ChannelRef channel) => _given.ContainsKey(channel);

    public void Given(ChannelRef channel) => _given[channel] = true;

    /// <summary>Somebody spoke to the bot there.</summary>
    public void Met(ChannelRef channel, Person by) => _speakers[channel] = by;

    /// <summary>Tells the room that the bot hears only a part of it, as soon as it knows anybody there.</summary>
    /// <returns>What to say of a history that cannot be read.</returns>
    /// <exception cref="StoreUnavailableException">It was not told.</exception>
    public async Task<ChatException> MissingAsync(Place room, GraphException refused, CancellationToken ct)
    {
        _given.TryRemove(room.Channel, out _);
        if (_speakers.TryGetValue(room.Channel, out var by))
        {
            var told = new RoomHeardPartly(time.GetUtcNow(), by, room);
            await inbox.AddAsync(new($"teams:heard-partly:{room}", Translators.Own, room.Channel.ToString(), BotJson.Write<ChatEvent>(told), told.At), ct);
        }
        return new(ChatFault.Refused, HowToGrant(room.Channel), inner: refused);
    }

    /// <summary>What is missing, and who can mend it how; an end of a sentence.</summary>
    public static string HowToGrant(ChannelRef channel) => TeamsIds.IsChat(channel)
        ? $"the app lacks the permission {ChatPermission} in this chat; anyone in the chat grants it by removing the app there and adding it again"
        : $"the app lacks the permission {ChannelPermission} in this team; an owner of the team grants it under \"Manage team\", \"Apps\", by updating the app or adding it again";

    public const string ChannelPermission = "ChannelMessage.Read.Group";
    public const string ChatPermission = "ChatMessage.Read.Chat";
}
