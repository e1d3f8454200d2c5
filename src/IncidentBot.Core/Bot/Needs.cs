using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Bot;

/// <summary>What a use case must know to decide. Asked of it before, as pure as the decision itself.</summary>
public sealed record Needs
{
    public static readonly Needs Room = new();

    /// <summary>Another incident than the one of the room; null: the room's.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The incident's postmortem, with its lucky breaks.</summary>
    public bool Postmortem { get; init; }

    /// <summary>The version of its postmortem that was published under this number; 0: the newest, given <see cref="Postmortem"/>.</summary>
    public int? PublishedVersion { get; init; }

    /// <summary>The incident's action items.</summary>
    public bool ActionItems { get; init; }

    /// <summary>The incident's whole timeline for a draft, once the room's own history has been read whole.</summary>
    public bool Timeline { get; init; }

    /// <summary>As <see cref="Timeline"/>, where the history is read only while no question of the review stands: otherwise no draft comes of it.</summary>
    public bool TimelineAtRest { get; init; }

    /// <summary>The incident's whole timeline as far as it was heard, without reading the room's own history: to compare what was told.</summary>
    public bool TimelineAsHeard { get; init; }

    /// <summary>The highlighted entries of the incident's timeline.</summary>
    public bool Highlights { get; init; }

    /// <summary>The last entries of the incident's timeline, this many.</summary>
    public int LastEntries { get; init; }

    /// <summary>One action item and its incident, wherever it stands.</summary>
    public ActionItemId? ActionItem { get; init; }

    /// <summary>One lucky break and its incident with that's other ones, wherever it stands.</summary>
    public LuckyBreakId? LuckyBreak { get; init; }

    /// <summary>Lucky breaks of the workspace with their incidents and safeguards.</summary>
    public bool WorkspaceLuck { get; init; }

    /// <summary>Error budgets: what was measured, charged and followed. Nothing is read where no SLO is set up.</summary>
    public SloScope? Slos { get; init; }

    /// <summary>Rules of the error budget policy that begin and end by the figures as they are; given <see cref="Slos"/>.</summary>
    public bool RulesDue { get; init; }

    /// <summary>One consequence, by its key, and its incident.</summary>
    public string? Consequence { get; init; }

    /// <summary>The incident's alerts.</summary>
    public bool Alerts { get; init; }

    /// <summary>One round of reflection; when it is about an incident, that incident.</summary>
    public RoundId? Round { get; init; }

    /// <summary>The rounds that were asked in the place's channel, and the pulse of the incident.</summary>
    public bool Rounds { get; init; }

    /// <summary>Whether this once-key is known already.</summary>
    public string? Happened { get; init; }

    /// <summary>The note on the incident's timeline that was made of this message.</summary>
    public MessageRef? NoteOf { get; init; }

    /// <summary>The incident whose timeline has this message, in place of the room's newest one; with its entry.</summary>
    public MessageRef? EntryOf { get; init; }

    /// <summary>Incidents of the workspace.</summary>
    public IncidentQuery? Incidents { get; init; }

    /// <summary>All incidents that live in the place, or in a thread of it, as <see cref="Situation.Incidents"/>.</summary>
    public bool RoomIncidents { get; init; }

    /// <summary>The postmortems of these incidents.</summary>
    public bool RoomReviews { get; init; }

    /// <summary>Action items of the workspace with their incidents: the open ones, or all.</summary>
    public ItemScope? WorkspaceItems { get; init; }

    /// <summary>The counters, to give out numbers.</summary>
    public bool Counters { get; init; }
}

public enum ItemScope
{
    Open,
    All,
}
