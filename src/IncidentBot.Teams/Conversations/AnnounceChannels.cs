using System.Collections.Concurrent;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Api;

namespace IncidentBot.Teams.Conversations;

/// <summary>Finds the channel that a setting gives, by id or by name. Found ones are remembered for an hour.</summary>
internal sealed class AnnounceChannels(ConversationReferences references, TeamDetails details, ConnectorApi api, TimeProvider time)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private const string IdPrefix = "19:";
    private const string ChatSuffix = "@thread.v2";
    private const string General = "General"; // The Connector gives it without a name.

    private readonly ConcurrentDictionary<ChannelRef, Found> _found = [];

    /// <summary>The channel itself where its id is Teams' already.</summary>
    /// <exception cref="ChatException">There is no such channel, or more than one.</exception>
    public async ValueTask<ChannelRef> ResolveAsync(ChannelRef given, CancellationToken ct)
    {
        if (TeamsIds.IsChannel(given) || TeamsIds.IsChat(given) || TeamsIds.IsPersonal(given)) return given;
        if (_found.TryGetValue(given, out var found) && time.GetElapsedTime(found.At) < Fresh) return found.Channel;
        var channel = given.Id.StartsWith(IdPrefix, StringComparison.Ordinal) ? await OfIdAsync(given, ct) : await OfNameAsync(given, ct);
        _found[given] = new(channel, time.GetTimestamp());
        return channel;
    }

    private async Task<ChannelRef> OfIdAsync(ChannelRef given, CancellationToken ct)
    {
        var tenant = TeamsIds.Tenant(given.Workspace);
        if (given.Id.EndsWith(ChatSuffix, StringComparison.Ordinal)) return TeamsIds.Chat(tenant, given.Id);
        var channel = TeamsIds.Channel(tenant, given.Id);
        if (references.Known(channel) is null && await references.AnyAsync(tenant, ct) is { } other)
            await references.SaveAsync(new ConversationReference(tenant, given.Id, ConversationKind.Channel, other.ServiceUrl, other.Bot), ct);
        return channel;
    }

    private async Task<ChannelRef> OfNameAsync(ChannelRef given, CancellationToken ct)
    {
        var tenant = TeamsIds.Tenant(given.Workspace);
        var matches = new List<(TeamReference Team, string Channel, string Name)>();
        foreach (var team in await references.TeamsAsync(tenant, ct))
        {
            var whole = await details.WholeAsync(team, ct);
            foreach (var (id, name) in await ChannelsAsync(whole, ct))
                if (Same(given.Id, name) || Same(given.Id, $"{whole.Name}/{name}")) matches.Add((whole, id, name));
        }
        if (matches is not [var (of, channel, called)])
            throw new ChatException(ChatFault.Refused, matches.Count == 0
                ? $"There is no channel “{given.Id}” in a team that the bot is in. Add the app to the team, or set Incidents:AnnounceChannel to “Team name/Channel name”."
                : $"More than one channel is called “{given.Id}”: set Incidents:AnnounceChannel to “Team name/Channel name”, or to the channel's id (19:…), which stands in the link to it.");
        var resolved = TeamsIds.Channel(tenant, channel);
        if (references.Known(resolved) is null)
            await references.SaveAsync(new ConversationReference(tenant, channel, ConversationKind.Channel, of.ServiceUrl, of.Bot) { Name = called, Team = of.Id }, ct);
        return resolved;
    }

    /// <summary>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team</summary>
    private async Task<IReadOnlyList<(string Id, string Name)>> ChannelsAsync(TeamReference team, CancellationToken ct)
    {
        var told = await api.SendAsync(HttpMethod.Get, team.Service, ConnectorAddress.Channels(team.Id), null, team.Line, "the channels of a team", ct) ?? default;
        return [.. told.Items("conversations").Where(channel => channel.Text("id") is { Length: > 0 }).Select(channel => (channel.Text("id")!, channel.Text("name") is { Length: > 0 } name ? name : General))];
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private sealed record Found(ChannelRef Channel, long At);
}
