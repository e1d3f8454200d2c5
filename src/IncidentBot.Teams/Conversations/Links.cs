using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Conversations;

/// <summary>Where messages and rooms open (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).</summary>
internal sealed class Links(ConversationReferences references)
{
    private const string Teams = "https://teams.microsoft.com/l";

    /// <summary>Null in a direct conversation, to which only its person has a way.</summary>
    /// <param name="thread">The id of the thread's first message, for a reply.</param>
    public string? ToMessage(MessageRef message, string? thread)
    {
        var conversation = Uri.EscapeDataString(TeamsIds.Own(message.Channel));
        var id = Uri.EscapeDataString(message.Id);
        if (TeamsIds.IsChat(message.Channel)) return $"{Teams}/message/{conversation}/{id}?context={Uri.EscapeDataString("""{"contextType":"chat"}""")}";
        if (!TeamsIds.IsChannel(message.Channel)) return null;
        var team = references.KnownTeamOf(message.Channel);
        return $"{Teams}/message/{conversation}/{id}?{Query(("tenantId", TeamsIds.Tenant(message.Channel.Workspace)), ("groupId", team?.Group), ("parentMessageId", thread ?? message.Id), ("teamName", team?.Name), ("channelName", references.Known(message.Channel)?.Name), ("createdTime", message.Id))}";
    }

    /// <summary>Null where none is known.</summary>
    public string? ToRoom(Place room)
    {
        if (!TeamsIds.IsTeams(room.Channel.Workspace)) return null;
        if (room.Thread is { } thread) return ToMessage(new(room.Channel, thread), thread);
        var tenant = TeamsIds.Tenant(room.Channel.Workspace);
        var conversation = Uri.EscapeDataString(TeamsIds.Own(room.Channel));
        return TeamsIds.IsChat(room.Channel) ? $"{Teams}/chat/{conversation}/0?{Query(("tenantId", tenant))}"
            : TeamsIds.IsChannel(room.Channel) ? $"{Teams}/channel/{conversation}/{Uri.EscapeDataString(references.Known(room.Channel)?.Name ?? "channel")}?{Query(("groupId", references.KnownTeamOf(room.Channel)?.Group), ("tenantId", tenant))}"
            : null;
    }

    private static string Query(params (string Name, string? Value)[] parts) =>
        string.Join('&', parts.Where(part => part.Value is { Length: > 0 }).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
}
