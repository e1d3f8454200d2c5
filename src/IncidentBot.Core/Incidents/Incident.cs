using System.Text.Json.Serialization;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents.Nudges;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Incidents;

/// <summary>An incident as it stands. What happened when is on its timeline.</summary>
public sealed record Incident : IAggregate
{
    public required IncidentId Id { get; init; }

    /// <summary>As somebody wrote it. Only the room's own card shows it so.</summary>
    [JsonPropertyName("title")]
    public required string TitleAsWritten { get; init; }

    /// <summary>With secrets masked, for every other place: what is not asked for by its longer name leaves no room with a secret.</summary>
    [JsonIgnore]
    public string Title => Secrets.Mask(TitleAsWritten).Text;

    public required Severity Severity { get; init; }

    /// <summary>Nobody has stated the severity: it is the default.</summary>
    public bool SeverityAssumed { get; init; }

    public IncidentStatus Status { get; init; } = IncidentStatus.Investigating;

    /// <summary>Where it is worked on and listened to. Null until the room that was asked for is open.</summary>
    public Place? Room { get; init; }

    public string RoomName { get; init; } = "";

    /// <summary>From when on what is said in the room belongs to the incident; null: from the room's beginning, because it was opened for it.</summary>
    public DateTimeOffset? HeardFrom { get; init; }

    /// <summary>Ids that the room's channel had before the platform gave it another one.</summary>
    public IReadOnlyList<ChannelRef> FormerChannels { get; init; } = [];

    /// <summary>The room was deleted or archived: nothing more can be said there.</summary>
    public bool RoomGone { get; init; }

    /// <summary>The platform opened no room for it: while it has none, none will come by itself.</summary>
    public bool RoomRefused { get; init; }

    /// <summary>Since when it is known that the bot hears in the room only what mentions it; null: nothing is known against its hearing everything.</summary>
    public DateTimeOffset? HeardPartly { get; init; }

    /// <summary>Where it was declared.</summary>
    public required Place DeclaredIn { get; init; }

    public required Person DeclaredBy { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>IANA zone of the declarer at that time: exports show times in it and name it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Seen only by <see cref="Members"/>, on every surface.</summary>
    public bool Private { get; init; }

    public string? Service { get; init; }

    /// <summary>What kind of incident it is, as people wrote it: incidents of one kind are counted together against error budgets. Null: nobody has said.</summary>
    public string? Class { get; init; }

    /// <summary>Roles and who holds them, one person a role.</summary>
    public IReadOnlyList<RoleHolder> Roles { get; init; } = [];

    /// <summary>Everything stated so far, oldest first; the last one of a kind stands (causes add up).</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>At most one of each kind. A kind that is missing is unknown, never guessed.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>Stated times that contradict these and wait for somebody to choose, oldest first.</summary>
    public IReadOnlyList<TimeConflict> TimeConflicts { get; init; } = [];

    /// <summary>Facts that the bot has already asked for in the room: it asks once each.</summary>
    public IReadOnlyList<FactKind> Prompted { get; init; } = [];

    /// <summary>When those who wait for news last had some: an update, or a change of status. Null: not since the declaration.</summary>
    public DateTimeOffset? NewsAt { get; init; }

    /// <summary>How its alerts stand; null: none belongs to it.</summary>
    public AlertTally? Alerts { get; init; }

    /// <summary>What the room was asked about because it was missing, at most one of each kind.</summary>
    public IReadOnlyList<Nudge> Nudges { get; init; } = [];

    /// <summary>People in the room, as far as joins and leaves tell. Decides who sees a private incident.</summary>
    public IReadOnlyList<PersonRef> Members { get; init; } = [];

    /// <summary>What it took of error budgets, as its cards tell it; empty where no SLO is set up for it.</summary>
    public IReadOnlyList<IncidentBudget> Budgets { get; init; } = [];

    /// <summary>Why it needs no postmortem; null: it is due one.</summary>
    public Waiver? PostmortemWaived { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Id.Key;

    public Person? Commander => Roles.FirstOrDefault(role => role.Role == RoleHolder.Commander)?.Person;

    public bool IsOpen => Status is not IncidentStatus.Resolved;

    public Fact? Latest(FactKind kind) => Facts.LastOrDefault(fact => fact.Kind == kind);

    public Milestone? Reached(MilestoneKind kind) => Milestones.FirstOrDefault(milestone => milestone.Kind == kind);

    /// <summary>The same incident with this milestone in place of an earlier one of its kind.</summary>
    public Incident With(Milestone milestone) => this with { Milestones = [.. Milestones.Where(other => other.Kind != milestone.Kind), milestone] };

    /// <summary>The same incident with this milestone unknown.</summary>
    public Incident Without(MilestoneKind kind) => this with { Milestones = [.. Milestones.Where(other => other.Kind != kind)] };

    public Nudge? Nudged(NudgeKind kind) => Nudges.FirstOrDefault(nudge => nudge.Kind == kind);

    /// <summary>The same incident with this nudge in place of an earlier one of its kind.</summary>
    public Incident With(Nudge nudge) => this with { Nudges = [.. Nudges.Where(other => other.Kind != nudge.Kind), nudge] };

    /// <summary>Whether its room is this place or the channel around it.</summary>
    public bool LivesIn(Place place) => Room is not null && (Room == place || Room == place.Top);

    /// <summary>Whether its room is this place or a thread of it.</summary>
    public bool LivesUnder(Place place) => Room is not null && (Room == place || Room.Top == place);

    /// <summary>Whether what is said in its room at a time belongs to it.</summary>
    public bool Hears(DateTimeOffset at) => HeardFrom is not { } from || at >= from;

    public bool VisibleTo(PersonRef person) => !Private || Members.Contains(person) || DeclaredBy.Ref == person;
}

/// <summary>How bad it is; 1 is worst.</summary>
public enum Severity
{
    Sev1 = 1,
    Sev2,
    Sev3,
    Sev4,
    Sev5,
}

public enum IncidentStatus
{
    Investigating,
    Identified,

    /// <summary>Users are no longer hurt; the cause may still be there.</summary>
    Mitigated,
    Resolved,
}

public sealed record RoleHolder(string Role, Person Person)
{
    public const string Commander = "incident commander";
}

public sealed record Waiver(string Reason, Person By, DateTimeOffset At);

public enum FactKind
{
    Summary,
    Impact,
    Cause,
    Trigger,
    Resolution,
    Detection,
}

/// <summary>Something that a person stated about the incident.</summary>
/// <param name="Source">The message that says it; null when it came by a command or a form.</param>
public sealed record Fact(FactKind Kind, string Text, Person By, DateTimeOffset SaidAt, MessageRef? Source = null);

public enum MilestoneKind
{
    /// <summary>When users began to be hurt.</summary>
    Started,

    /// <summary>When an alert or a person first noticed.</summary>
    Detected,
    Declared,

    /// <summary>When somebody took command.</summary>
    Acknowledged,
    Mitigated,
    Resolved,
}

/// <summary>A point in time that metrics may be computed from, with what shows it and who confirmed it.</summary>
/// <param name="Evidence">In words, e.g. "/incident detection at 14:05".</param>
/// <param name="Source">The message that shows it, where there is one.</param>
public sealed record Milestone(MilestoneKind Kind, DateTimeOffset At, Person ConfirmedBy, string Evidence, MessageRef? Source = null);
