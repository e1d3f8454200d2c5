using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>What an incident is charged of one SLO's error budget. A person's figure and a measured one stand side by side; neither replaces the other.</summary>
public sealed record BudgetCharge : IAggregate
{
    public required IncidentId Incident { get; init; }

    /// <summary>The SLO's name.</summary>
    public required string Slo { get; init; }

    /// <summary>What a person stated last; null: nobody has.</summary>
    public Estimate? Estimated { get; init; }

    /// <summary>What was measured last; null: it never was.</summary>
    public Measured? Measured { get; init; }

    /// <summary>Why the last try to measure it gave nothing; null: it gave something, or none was made.</summary>
    public string? Unmeasured { get; init; }

    /// <summary>When users were hit, as far as that was known at that try.</summary>
    public Period? UnmeasuredWhen { get; init; }

    /// <summary>The incident is private: elsewhere it is not named.</summary>
    public bool Private { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => KeyOf(Incident, Slo);

    public static string KeyOf(IncidentId incident, string slo) => $"{incident.Key}/{slo.ToLowerInvariant()}";

    /// <summary>When users were hit, by the figure that counts: the measured one where there is one. Null: nobody has stated or measured it.</summary>
    public Period? When => Measured?.When ?? Estimated?.When ?? UnmeasuredWhen;
}

/// <summary>What a person stated: this share of interactions was bad between these times.</summary>
/// <param name="BadShare">0 to 1.</param>
/// <param name="Source">The message that says it; null when it came by a command or a form.</param>
public sealed record Estimate(double BadShare, Period When, Person By, DateTimeOffset At, MessageRef? Source = null);

/// <summary>What the monitoring counted while the incident lasted.</summary>
/// <param name="At">When it was measured.</param>
public sealed record Measured(Period When, Counted Counted, DateTimeOffset At)
{
    /// <summary>The part of that time that the monitoring has data of, as far as it tells; null: all of it.</summary>
    public Period? Covered { get; init; }

    /// <summary>What was counted.</summary>
    public Period Seen => Covered ?? When;
}

/// <summary>How many interactions there were, and how many were good. Never negative; <c>Good</c> is at most <c>Total</c>.</summary>
public sealed record Counted(double Good, double Total)
{
    public double Bad => Total - Good;

    /// <summary>These can be numbers of something: there are no others to calculate with.</summary>
    public bool IsSound => double.IsFinite(Total) && Good >= 0 && Good <= Total;
}

/// <summary>How a figure was come by.</summary>
public enum BudgetMethod
{
    /// <summary>From the service's own counters.</summary>
    Measured,

    /// <summary>From what people stated.</summary>
    Estimated,
}
