using System.Collections.Concurrent;
using System.Globalization;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>What the workspace holds. Everything is read and changed under <see cref="Gate"/>.</summary>
public sealed class WorkspaceState
{
    public const string TeamId = "T0DBL00001";
    public const string AppId = "A0DBL00001";
    public const string BotId = "B0DBL00001";
    public const string Domain = "double";
    private int _ids = 1;
    private long _lastTs;

    public WorkspaceState(Uri workspaceUrl)
    {
        Url = workspaceUrl.ToString();
        Bot = new(NewId("U"), "incidentbot", "IncidentBot", "America/Los_Angeles") { BotId = BotId };
        Members.Add(Bot);
    }

    public Lock Gate { get; } = new();

    /// <summary>With a slash at its end.</summary>
    public string Url { get; }

    public Member Bot { get; }

    public List<Member> Members { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<SlackFile> Files { get; } = [];

    public List<OpenView> Views { get; } = [];

    /// <summary>Home tabs, by user.</summary>
    public Dictionary<string, OpenView> Homes { get; } = [];

    public Dictionary<string, UserGroup> Groups { get; } = [];

    /// <summary>Trigger ids with when they were given; taken out when they are used.</summary>
    public Dictionary<string, (DateTimeOffset At, string User)> Triggers { get; } = [];

    public Dictionary<string, ResponseUrl> ResponseUrls { get; } = [];

    /// <summary>What the app did that it must not do, though Slack would let it pass or only say so later.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}0DBL{Interlocked.Increment(ref _ids):D5}");

    /// <summary>A message id: the time, never twice the same.</summary>
    public string NewTs()
    {
        var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _lastTs = Math.Max(now, _lastTs + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
    }

    public Member? Member(string? nameOrId) => Members.Find(member => member.Id == nameOrId || member.Name == nameOrId);

    public Conversation? Conversation(string? nameOrId) => Conversations.Find(conversation => conversation.Id == nameOrId || (conversation.Name == nameOrId && !conversation.IsDirect));

    /// <summary>The direct conversation of a person with the bot.</summary>
    public Conversation Direct(Member with)
    {
        if (Conversations.Find(found => found.IsDirect && found.Has(with)) is { } known) return known;
        var direct = new Conversation(NewId("D"), $"dm-{with.Name}", with) { IsDirect = true };
        direct.Members.AddRange([with.Id, Bot.Id]);
        Conversations.Add(direct);
        return direct;
    }
}

public sealed record UserGroup(string Id, string Handle, IReadOnlyList<string> Users);

/// <summary>Where an answer to a command or a press can be posted: five times in thirty minutes.</summary>
public sealed class ResponseUrl(Conversation where, Member who, Message? about)
{
    public Conversation Where => where;

    public Member Who => who;

    /// <summary>The message that was acted on.</summary>
    public Message? About => about;

    public int Uses { get; set; }
}
