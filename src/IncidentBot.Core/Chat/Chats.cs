namespace IncidentBot.Core.Chat;

/// <summary>The chats that are connected, found by workspace.</summary>
public sealed class Chats(IEnumerable<IChat> all)
{
    /// <summary>The command prefix of a workspace whose chat is not connected now.</summary>
    public const string UsualPrefix = "/incident";

    private readonly IReadOnlyList<IChat> _all = [.. all];

    /// <summary>The workspace in which the bot speaks of its own accord, of the first chat that knows one; null: not known (yet).</summary>
    public string? Home => _all.Select(chat => chat.Home).FirstOrDefault(home => home is not null);

    /// <exception cref="ChatException">No connected chat serves the workspace.</exception>
    public IChat For(string workspace) =>
        Serving(workspace) ?? throw new ChatException(ChatFault.Temporary, $"No chat is connected for workspace {workspace}.");

    /// <summary>How commands are typed in the workspace.</summary>
    public string CommandPrefix(string workspace) => Serving(workspace)?.CommandPrefix ?? UsualPrefix;

    /// <summary>What a room is; a channel where no chat is connected.</summary>
    public RoomKind RoomKind(Place room) => Serving(room.Channel.Workspace)?.CapabilitiesAt(room.Channel).Rooms ?? Chat.RoomKind.Channel;

    private IChat? Serving(string workspace) => _all.FirstOrDefault(chat => chat.Serves(workspace));
}
