using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events;

/// <summary>What becomes of channels, chats, teams and their members (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).</summary>
/// <remarks>News of a channel comes in the conversation of its team, and names the channel beside it. A list of members tells more than the name of the event.</remarks>
internal static class ConversationUpdates
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity said, CancellationToken ct)
    {
        IReadOnlyList<ChatEvent> members = [.. await MembersAsync(said, "membersAdded", (person, place) => new PersonCame(said.At, person, place), ct), .. await MembersAsync(said, "membersRemoved", (person, place) => new PersonLeft(said.At, person, place), ct)];
        if (members.Count > 0) return members;
        if (said.Body.Filled("topicName") is { } topic && TeamsIds.IsChat(said.Place.Channel)) return [new RoomRenamed(said.At, await said.ByAsync(ct), said.Place, topic)];
        return said.EventType switch
        {
            "channelRenamed" when ChannelOf(said) is { } channel && said.ChannelData.Part("channel")?.Filled("name") is { } name => [new RoomRenamed(said.At, await said.ByAsync(ct), new(channel), name)],
            "channelDeleted" when ChannelOf(said) is { } channel => [new RoomGone(said.At, await said.ByAsync(ct), new(channel))],
            "teamArchived" or "teamDeleted" or "teamHardDeleted" when said.ChannelData.Part("team")?.Filled("id") is { } team => await TeamGoneAsync(said, team, ct),
            _ => [],
        };
    }

    private static async ValueTask<IReadOnlyList<ChatEvent>> TeamGoneAsync(Activity said, string team, CancellationToken ct)
    {
        var by = await said.ByAsync(ct);
        var channels = (await said.Reading.Channels(said.Tenant, team, ct)).Prepend(TeamsIds.Channel(said.Tenant, team)).Distinct();
        return [.. channels.Select(channel => new RoomGone(said.At, by, new(channel)))];
    }

    // The bot itself is nobody's room mate, nor is another bot.
    private static async ValueTask<IReadOnlyList<ChatEvent>> MembersAsync(Activity said, string list, Func<Person, Place, ChatEvent> tell, CancellationToken ct)
    {
        if (said.IsPersonal) return [];
        var place = new Place(ChannelOf(said) ?? said.Place.Channel);
        var told = new List<ChatEvent>();
        foreach (var member in said.Body.Items(list))
            if (member.Filled("id") is { } id && !Activity.IsBot(id) && !said.IsSelf(id)) told.Add(tell(await Accounts.OfAsync(said, member, ct), place));
        return told;
    }

    private static ChannelRef? ChannelOf(Activity said) => said.ChannelData.Part("channel")?.Filled("id") is { } id ? TeamsIds.Channel(said.Tenant, id) : null;
}
