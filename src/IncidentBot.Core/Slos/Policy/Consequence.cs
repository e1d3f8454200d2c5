using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>A rule of the agreed policy that applies, or applied: which, why, since when and until when.</summary>
public sealed record Consequence : IAggregate
{
    public required string Slo { get; init; }

    public required PolicyRule Rule { get; init; }

    /// <summary>What makes it another one of its kind: the incident's key, the class and quarter, or the day on which it began.</summary>
    public required string Occasion { get; init; }

    /// <summary>Where it is told: the workspace of the room or channel.</summary>
    public required string Workspace { get; init; }

    /// <summary>The incident that it is about; null for rules about the whole budget.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The incident is private: only its room is told, and elsewhere nobody sees it.</summary>
    public bool Private { get; init; }

    /// <summary>The class of incidents that it is about, as people wrote it; null for the other rules.</summary>
    public string? Class { get; init; }

    /// <summary>The incidents that made it so, largest share first, without those that are private.</summary>
    public IReadOnlyList<IncidentId> Because { get; init; } = [];

    /// <summary>The share of the budget, 1 is all of it, that made the rule apply.</summary>
    public required double Spent { get; init; }

    /// <summary>The part of <see cref="Spent"/> that incidents took beside what was counted, such as since the last measurement.</summary>
    public double Unseen { get; init; }

    public required BudgetMethod Method { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When it ends at the latest, as far as the calendar tells; null: when its condition does.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null while it stands.</summary>
    public ConsequenceEnd? EndedBy { get; init; }

    public Person? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Why it was set aside; null: it was not.</summary>
    public PolicyOverride? Override { get; init; }

    /// <summary>Where the item stands in the next planning, as somebody wrote it; null: nobody has said so.</summary>
    public string? Planned { get; init; }

    public int Version { get; init; }

    public bool Stands => EndedAt is null;

    public ConsequenceStatus Status => this switch
    {
        { EndedAt: not null } => ConsequenceStatus.Ended,
        { Override: not null } => ConsequenceStatus.SetAside,
        { AcknowledgedBy: not null } => ConsequenceStatus.Acknowledged,
        _ => ConsequenceStatus.Begun,
    };

    /// <summary>As people name it in a command: <c>checkout-availability</c>, <c>checkout-availability/INC-7</c>.</summary>
    public string Name => Subject is { } subject ? $"{Slo}/{subject}" : Slo;

    /// <summary>What of the SLO it is about; null: the whole budget.</summary>
    public string? Subject => Rule switch
    {
        PolicyRule.BudgetExhausted => null,
        PolicyRule.LargeIncident => Incident?.Label,
        PolicyRule.IncidentClass => Occasion,
    };

    string IAggregate.Key => Key;

    public string Key => KeyOf(Slo, Rule, Occasion);

    public Consequence End(ConsequenceEnd by, DateTimeOffset at) => this with { EndedAt = at, EndedBy = by };

    public static string KeyOf(string slo, PolicyRule rule, string occasion) => $"{slo.ToLowerInvariant()}/{rule}/{occasion}";
}

public sealed record PolicyOverride(string Reason, Person By, DateTimeOffset At);

public enum PolicyRule
{
    /// <summary>The budget of the window is spent: only urgent fixes and security changes are released.</summary>
    BudgetExhausted,

    /// <summary>One incident spent a large share: its postmortem needs a P0 action item.</summary>
    LargeIncident,

    /// <summary>A class of incidents spent a large share of a quarter's budget: the next planning needs a P0 item.</summary>
    IncidentClass,
}

public enum ConsequenceStatus
{
    Begun,
    Acknowledged,

    /// <summary>It stands, and nobody is held to it.</summary>
    SetAside,
    Ended,
}

/// <summary>Why a consequence ended.</summary>
public enum ConsequenceEnd
{
    /// <summary>The figure is below its limit again.</summary>
    Within,

    /// <summary>What it requires was done.</summary>
    Fulfilled,

    /// <summary>The time for it is over.</summary>
    Over,

    /// <summary>The rule or the SLO is no longer agreed on.</summary>
    NotAgreed,

    /// <summary>What it stood in the way of was done all the same, after it had been set aside.</summary>
    SetAside,
}
