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

    /// <summary>What makes it another one of its kind: the incident's key, the quarter and class, or when it began.</summary>
    public required string Occasion { get; init; }

    /// <summary>Where it is told: the workspace of the room or channel.</summary>
    public required string Workspace { get; init; }

    /// <summary>The incident that it is about; null for rules about the whole budget.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The incidents that made it so, largest share first.</summary>
    public IReadOnlyList<IncidentId> Because { get; init; } = [];

    /// <summary>The share of the budget, 1 is all of it, that made the rule apply.</summary>
    public required double Spent { get; init; }

    public required BudgetMethod Method { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When it ends at the latest, as far as the calendar tells; null: when its condition does.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Person? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Why it was set aside; null: it stands.</summary>
    public PolicyOverride? Override { get; init; }

    public int Version { get; init; }

    public bool Stands => EndedAt is null;

    string IAggregate.Key => KeyOf(Slo, Rule, Occasion);

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
