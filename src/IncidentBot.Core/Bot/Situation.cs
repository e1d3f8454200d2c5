using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>What the dispatcher loaded for a decision, by its <see cref="Needs"/>.</summary>
public sealed record Situation
{
    public required BotSettings Settings { get; init; }

    /// <summary>The incident of the room (or the one that was asked for); null when there is none.</summary>
    public Incident? Incident { get; init; }

    public Postmortem? Postmortem { get; init; }

    /// <summary>The published version that was asked for.</summary>
    public PostmortemVersion? PublishedVersion { get; init; }

    /// <summary>The key of the bot's card at the head of the thread in which the event happened.</summary>
    public string? ThreadCard { get; init; }

    /// <summary>The entry of the message that the event is about.</summary>
    public TimelineEntry? Entry { get; init; }

    /// <summary>The note that was made of the message that was chosen in another place.</summary>
    public TimelineEntry? Note { get; init; }

    /// <summary>The item that the message of the event gave as a reply in the review.</summary>
    public ActionItem? ItemFromMessage { get; init; }

    public IReadOnlyList<ActionItem> ActionItems { get; init; } = [];

    /// <summary>The item asked for; its incident is <see cref="Incident"/>.</summary>
    public ActionItem? ActionItem { get; init; }

    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>The postmortems of <see cref="Incidents"/>, where there are any.</summary>
    public IReadOnlyList<Postmortem> Reviews { get; init; } = [];

    /// <summary>Lucky breaks of the incident, loaded with its postmortem; or of the workspace.</summary>
    public LuckLedger Luck { get; init; } = LuckLedger.Empty;

    /// <summary>The lucky break asked for; its incident is <see cref="Incident"/>.</summary>
    public LuckyBreak? LuckyBreak { get; init; }

    /// <summary>Error budgets, by <see cref="Needs.Slos"/>.</summary>
    public SloLedger Slos { get; init; } = SloLedger.Empty;

    /// <summary>Rules of the error budget policy that begin and end by the figures as they are, in their new state: they are saved and told within the minute.</summary>
    public IReadOnlyList<Consequence> RulesDue { get; init; } = [];

    /// <summary>Kinds of other incidents that were charged, the newest first; loaded with the budgets where the review is to ask for one.</summary>
    public IReadOnlyList<string> KnownClasses { get; init; } = [];

    /// <summary>The consequence asked for; its incident, where it has one, is <see cref="Incident"/>.</summary>
    public Consequence? Consequence { get; init; }

    /// <summary>What is known of the alerts of a notification, or of the incident.</summary>
    public AlertLedger Alerts { get; init; } = AlertLedger.Empty;

    /// <summary>The round asked for.</summary>
    public ReflectionRound? Round { get; init; }

    /// <summary>Rounds of the channel, newest first, and the incident's pulse.</summary>
    public IReadOnlyList<ReflectionRound> Rounds { get; init; } = [];

    /// <summary>The once-key that was asked about is known already.</summary>
    public bool Happened { get; init; }

    /// <summary>Items of the workspace.</summary>
    public IReadOnlyList<ActionItem> WorkspaceItems { get; init; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The highlighted entries of the timeline; loaded with <see cref="Timeline"/> too.</summary>
    public IReadOnlyList<TimelineEntry> Highlights { get; init; } = [];

    /// <summary>The last whole reading of the room's own history; loaded with the last entries.</summary>
    public Histories.RoomCheck? RoomCheck { get; init; }

    /// <summary>Messages of people in the room by the platform's own count; null when it could not be read.</summary>
    public int? MessagesKnownToChat { get; init; }

    /// <summary>Why <see cref="MessagesKnownToChat"/> could not be read.</summary>
    public string? HistoryUnreadable { get; init; }

    public Counter IncidentCounter { get; init; } = new("", 0, 0);

    public Counter ActionItemCounter { get; init; } = new("", 0, 0);

    public Counter RoundCounter { get; init; } = new("", 0, 0);

    public Counter LuckCounter { get; init; } = new("", 0, 0);

    /// <summary>The workspace in which the bot speaks of its own accord; null: not known (yet).</summary>
    public string? Home { get; init; }

    /// <summary>How commands are typed on this platform, e.g. <c>/incident</c>.</summary>
    public string CommandPrefix { get; init; } = "/incident";

    /// <summary>Where a message can be opened, given the id of its thread's first message for a reply; null where that is not known.</summary>
    public Func<MessageRef, string?, string?> LinkTo { get; init; } = (_, _) => null;

    /// <summary>The head of the review's thread; loaded with the timeline of a draft.</summary>
    public MessageRef? ReviewHead { get; init; }

    /// <summary>What can be done where the event happened.</summary>
    public ChatCapabilities Chat { get; init; } = new(RoomKind.Channel);

    /// <summary>What the incident's room is; while it has none, what it would be here.</summary>
    public RoomKind RoomKind { get; init; } = RoomKind.Channel;

    /// <summary>Everything that was read and can be saved again.</summary>
    public IEnumerable<IAggregate> Read => new IAggregate?[] { Incident, Postmortem, ActionItem, ItemFromMessage, Consequence }.OfType<IAggregate>().Concat(Incidents).Concat(ActionItems).Concat(WorkspaceItems).Concat(Slos.Consequences);

    /// <summary>Whether it was said where the incident's people are: in its room, or in the thread of one of its cards.</summary>
    public bool IsHome(Incident incident, ChatEvent said) => incident.LivesIn(said.Place) || CardKeys.RoomIncident(ThreadCard) == incident.Id;
}
