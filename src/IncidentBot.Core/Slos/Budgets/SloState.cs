using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>How an SLO stood when it was last measured.</summary>
public sealed record SloState : IAggregate
{
    /// <summary>The SLO's name.</summary>
    public required string Slo { get; init; }

    /// <summary>The last measurement that gave something; null: none did.</summary>
    public SloReading? Reading { get; init; }

    /// <summary>When the last try began, whatever came of it; null: none was made.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>What is measured regularly was asked for, and nothing was answered yet.</summary>
    public bool Awaited { get; init; }

    /// <summary>Why the last try gave nothing; null: it did.</summary>
    public string? Unread { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Slo.ToLowerInvariant();
}

/// <summary>What was counted in an SLO's window so far.</summary>
/// <param name="At">When.</param>
/// <param name="Window">From the window's beginning to then.</param>
/// <param name="Course">The same in steps, oldest first, one after another without overlaps; a step that could not be read is left out. May be empty.</param>
public sealed record SloReading(DateTimeOffset At, Period Window, Counted Counted, IReadOnlyList<SloStep> Course)
{
    /// <summary>The part of the window that the monitoring has data of, as far as it tells; null: all of it.</summary>
    public Period? Covered { get; init; }

    /// <summary>What was counted.</summary>
    public Period Seen => Covered ?? Window;
}

public sealed record SloStep(Period When, Counted Counted);
