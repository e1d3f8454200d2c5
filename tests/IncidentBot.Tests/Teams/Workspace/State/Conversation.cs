namespace IncidentBot.Tests.Teams.Workspace.State;

public enum ConversationKind
{
    Channel,
    GroupChat,
    Personal,
}

/// <summary>A channel of a team, a group chat, or the chat of a person with the bot.</summary>
public sealed class Conversation(string id, string name, ConversationKind kind, Team? team = null)
{
    private readonly List<Message> _messages = [];
    private readonly List<Member> _members = [];
    private bool _hasBot;
    private bool _hasConsent;

    /// <summary>Without <c>;messageid=</c>.</summary>
    public string Id => id;

    /// <summary>As tests name it.</summary>
    public string Name { get; set; } = name;

    public ConversationKind Kind => kind;

    /// <summary>The team of a channel.</summary>
    public Team? Team => team;

    public bool IsChannel => kind is ConversationKind.Channel;

    public string Type => kind switch { ConversationKind.Channel => "channel", ConversationKind.GroupChat => "groupChat", ConversationKind.Personal => "personal" };

    public List<Member> Members => team?.Members ?? _members;

    public bool HasBot
    {
        get => team?.HasBot ?? _hasBot;
        set => (_hasBot, _) = team is null ? (value, value) : throw new InvalidOperationException("The bot is in a team or not, not in a channel");
    }

    /// <summary>The bot gets every message that is said here.</summary>
    public bool TellsAll
    {
        get => kind is ConversationKind.Personal || (team?.HasConsent ?? _hasConsent);
        set => (_hasConsent, _) = team is null ? (value, value) : throw new InvalidOperationException("Consent is given by a team, not by a channel");
    }

    /// <summary>In the order in which they came to be, deleted ones included.</summary>
    public IReadOnlyList<Message> All => [.. _messages];

    /// <summary>What stands, oldest first, but for what only one person sees.</summary>
    public IReadOnlyList<Message> Messages => [.. _messages.Where(message => message is { IsDeleted: false, TargetedTo: null })];

    public Message? Find(string messageId) => _messages.Find(message => message.Id == messageId);

    public Message Add(Message message)
    {
        _messages.Add(message);
        return message;
    }

    /// <summary>The id of the conversation in which a message stands: a thread's carries <c>;messageid=</c>.</summary>
    public string ThreadId(string? root) => IsChannel && root is not null ? $"{id};messageid={root}" : id;

    public override string ToString() => $"{Type} {Name}";
}
