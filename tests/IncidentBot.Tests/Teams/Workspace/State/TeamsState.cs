using System.Collections.Concurrent;
using System.Globalization;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>What the tenant holds. Everything is read and changed under <see cref="Gate"/>.</summary>
public sealed class TeamsState(WorkspaceOptions options)
{
    public const string GeneralId = "19:team00000000000000000000000000@thread.tacv2";
    private long _last;
    private int _ids;

    public Lock Gate { get; } = new();

    public Member Bot { get; } = new($"28:{options.AppId}", "IncidentBot", "IncidentBot", options.AppId, "Etc/UTC");

    public List<Member> People { get; } = [];

    public List<Team> Teams { get; } = [];

    public List<Conversation> Chats { get; } = [];

    /// <summary>What the bot did that it must not do, though Teams would let it pass or only say so later.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public IEnumerable<Conversation> Conversations => Teams.SelectMany(team => team.Channels).Concat(Chats);

    /// <summary>A message id: the time in milliseconds, never twice the same.</summary>
    public string NewMessageId()
    {
        _last = Math.Max(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), _last + 1);
        return _last.ToString(CultureInfo.InvariantCulture);
    }

    public string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _ids):D6}");

    public Member? Member(string? nameOrId) => nameOrId is null ? null
        : People.Append(Bot).FirstOrDefault(member => member.Id == nameOrId || member.AadId == nameOrId || string.Equals(member.Name, nameOrId, StringComparison.OrdinalIgnoreCase));

    /// <param name="nameOrId">Ids may carry <c>;messageid=</c>.</param>
    public Conversation? Conversation(string? nameOrId)
    {
        var plain = nameOrId?.Split(";messageid=")[0];
        return Conversations.FirstOrDefault(found => found.Id == plain || found.Name == plain);
    }

    /// <summary>The chat of a person with the bot; made when it is first asked for.</summary>
    public Conversation Personal(Member person)
    {
        if (Chats.Find(chat => chat.Kind is ConversationKind.Personal && chat.Members.Contains(person)) is { } known) return known;
        var chat = new Conversation($"a:1{person.Name}-personal", $"{person.Name} and the bot", ConversationKind.Personal) { HasBot = true };
        chat.Members.Add(person);
        Chats.Add(chat);
        return chat;
    }
}
