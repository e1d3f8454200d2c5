using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Messages;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Rooms;

/// <summary>Opens a thread for an incident in the channel where it was started, or finds the one that an earlier try opened.</summary>
/// <remarks>Which thread it was is kept as soon as Teams says so. Where the answer got lost, it is looked for as <see cref="OwnMessages"/> can.</remarks>
internal sealed class RoomOpening(IAdapterRecords records, TeamsMessages messages, TeamDetails teams, AnnounceChannels channels, ConversationReferences references, Invitations invitations, TimeProvider time, ILogger<RoomOpening> log)
{
    public async Task<OpenedRoom> OpenAsync(OpenRoom request, CancellationToken ct)
    {
        var channel = await channels.ResolveAsync(request.From.Channel, ct);
        if (!TeamsIds.IsChannel(channel)) throw new ChatException(ChatFault.Refused, "In Teams a room is opened in a channel of a team. A group chat is a room by itself.");
        if (request.Private) throw new ChatException(ChatFault.Refused, "A thread of a channel cannot be kept private: start it in a private channel or in a group chat.");
        var head = new MessageRef(channel, await HeadAsync(request, channel, ct));
        var place = new Place(channel, head.Id);
        await AskInAsync(request, place, ct);
        return new(place, await NameAsync(channel, request.Name, ct), [], head);
    }

    private async Task<string> HeadAsync(OpenRoom request, ChannelRef channel, CancellationToken ct)
    {
        var key = $"room/{request.Key}";
        var before = await records.ReadAsync<Opening>(key, ct);
        if (before?.Head is { } standing) return standing;
        var opening = before ?? new(time.GetUtcNow());
        if (before is null) await records.WriteAsync(key, opening, ct);
        var card = request.Head?.Card ?? Card.Of(request.Topic);
        var posted = await messages.PostAsync(new(channel), card, new(key, before?.Asked), ct);
        await records.WriteAsync(key, opening with { Head = posted.Id }, ct);
        return posted.Id;
    }

    private async Task<string> NameAsync(ChannelRef channel, string wished, CancellationToken ct) =>
        (await teams.OfAsync(channel, ct), references.Known(channel)?.Name) switch
        {
            ({ Name: { } team }, { } name) => $"{team} / {name}",
            (_, { } name) => name,
            ({ Name: { } team }, null) => team,
            (null or { Name: null }, null) => wished,
        };

    // The room stands; who could not be asked comes by themselves.
    private async Task AskInAsync(OpenRoom request, Place room, CancellationToken ct)
    {
        try
        {
            await invitations.InviteAsync(room, [.. request.Invite.Where(person => person != request.AskedBy.Ref)], ct);
        }
        catch (ChatException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            log.LogWarning("Nobody was asked into the room {Room}: {Reason}", room, refused.Message);
        }
    }

    private sealed record Opening(DateTimeOffset Asked, string? Head = null);
}
