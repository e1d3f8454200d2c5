using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>What is spent of an SLO's error budget at a moment, and by what. Shares are of the whole budget of the window: 1 is all of it.</summary>
/// <param name="Window">The whole window, its part to come included.</param>
public sealed record BudgetReport(Slo Slo, DateTimeOffset At, Period Window)
{
    /// <summary>Null: how much is spent is unknown, for the reason that <see cref="Unknown"/> tells.</summary>
    public double? Spent { get; init; }

    public BudgetMethod? Method { get; init; }

    /// <summary>When <see cref="Spent"/> was measured; null for what people stated.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>Why it is unknown, as a sentence.</summary>
    public string? Unknown { get; init; }

    /// <summary>How fast it is being spent; 1 would spend exactly the budget by the window's end. Null: unknown.</summary>
    public double? BurnRate { get; init; }

    /// <summary>When nothing is left, if it goes on like this; zero: nothing is left; null: it is not being spent, or unknown.</summary>
    public TimeSpan? ExhaustedIn { get; init; }

    /// <summary>What incidents of the window took, earliest first, no moment charged twice.</summary>
    public IReadOnlyList<IncidentShare> Incidents { get; init; } = [];

    /// <summary>What is left; negative when more than the budget was spent.</summary>
    public double? Left => 1 - Spent;
}

/// <summary>What one incident took of the window's budget. Both figures stand where there are both.</summary>
/// <param name="Counts">The share that the sum contains: what other incidents were charged for the same time is taken off.</param>
public sealed record IncidentShare(IncidentId Incident, Period When, double Counts, BudgetMethod Method)
{
    public double? Measured { get; init; }

    public double? Estimated { get; init; }

    /// <summary>The incident is private: elsewhere it is not named.</summary>
    public bool Private { get; init; }
}
