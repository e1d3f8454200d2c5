namespace IncidentBot.Core.Chat;

/// <summary>The chats that are connected, found by workspace.</summary>
public sealed class Chats(IEnumerable<IChat> all)
{
    private readonly IReadOnlyList<IChat> _all = [.. all];

    /// <exception cref="ChatException">No connected chat serves the workspace.</exception>
    public IChat For(string workspace) =>
        _all.FirstOrDefault(chat => chat.Serves(workspace))
        ?? throw new ChatException(ChatFault.Temporary, $"No chat is connected for workspace {workspace}.");
}
