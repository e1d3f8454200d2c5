using IncidentBot.Core.Chat;

namespace IncidentBot.Teams;

/// <summary>Teams' ids in neutral references. The workspace in them is <c>teams:{tenant}</c>; a channel's id begins with what it is, as in <c>channel/19:…@thread.tacv2</c>.</summary>
/// <remarks>A message of a channel always stands in a thread, the first one in its own: <see cref="Place.Thread"/> is the id of the thread's first message. Chats have no threads.</remarks>
internal static class TeamsIds
{
    private const string Prefix = "teams:";
    private const string ChannelKind = "channel/";
    private const string ChatKind = "chat/";
    private const string PersonalKind = "personal/";
    private const string ThreadMark = ";messageid=";

    public static bool IsTeams(string workspace) => workspace.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Workspace(string tenant) => Prefix + tenant;

    public static string Tenant(string workspace) => workspace[Prefix.Length..];

    /// <summary>A channel of a team.</summary>
    /// <param name="channel">Without <c>;messageid=</c>.</param>
    public static ChannelRef Channel(string tenant, string channel) => new(Workspace(tenant), ChannelKind + channel);

    /// <summary>A group chat or a meeting's chat.</summary>
    public static ChannelRef Chat(string tenant, string conversation) => new(Workspace(tenant), ChatKind + conversation);

    /// <summary>The direct conversation of a person with the bot.</summary>
    public static ChannelRef Personal(string tenant, string conversation) => new(Workspace(tenant), PersonalKind + conversation);

    public static bool IsChannel(ChannelRef channel) => channel.Id.StartsWith(ChannelKind, StringComparison.Ordinal);

    public static bool IsChat(ChannelRef channel) => channel.Id.StartsWith(ChatKind, StringComparison.Ordinal);

    public static bool IsPersonal(ChannelRef channel) => channel.Id.StartsWith(PersonalKind, StringComparison.Ordinal);

    /// <summary>Teams' own id of a channel or chat.</summary>
    public static string Own(ChannelRef channel) => channel.Id[(channel.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The conversation id that the Connector wants: that of a thread carries <c>;messageid=</c>.</summary>
    public static string Conversation(Place place) => place.Thread is { } thread && IsChannel(place.Channel) ? $"{Own(place.Channel)}{ThreadMark}{thread}" : Own(place.Channel);

    /// <summary>The place of an activity's conversation id; a channel's without <c>;messageid=</c> is the channel itself.</summary>
    /// <param name="type"><c>channel</c>, <c>groupChat</c> or <c>personal</c>.</param>
    public static Place Place(string tenant, string type, string conversation)
    {
        var mark = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        var (id, thread) = mark < 0 ? (conversation, null) : (conversation[..mark], conversation[(mark + ThreadMark.Length)..]);
        return type switch
        {
            "channel" => new(Channel(tenant, id), thread is { Length: > 0 } ? thread : null),
            "personal" => new(Personal(tenant, conversation)),
            _ => new(Chat(tenant, conversation)),
        };
    }

    /// <param name="id">The Entra object id where there is one, which Microsoft Graph uses too; else the <c>29:</c> id.</param>
    public static PersonRef Person(string tenant, string id) => new(Workspace(tenant), id);
}
