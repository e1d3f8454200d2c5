namespace IncidentBot.Core.Slos;

/// <summary>A service level objective of the catalogue: what share of a service's interactions is to be good over a window.</summary>
public sealed record Slo
{
    /// <summary>As people write it, unique without regard to case: <c>checkout-availability</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As in <c>service:checkout</c>; without regard to case.</summary>
    public required string Service { get; init; }

    public required Sli Sli { get; init; }

    /// <summary>The share that is to be good: above 0, below 1.</summary>
    public required decimal Objective { get; init; }

    public required SloWindow Window { get; init; }

    /// <summary>Who is asked to acknowledge what follows from it, as the platform's ids or the names that people write.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>The channel that is told of it, as the platform's id; null: where incidents are announced.</summary>
    public string? Room { get; init; }

    /// <summary>The error budget: the share that may be bad.</summary>
    public decimal Allowed => 1 - Objective;

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public bool IsOf(string? service) => Service.Equals(service, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The service level indicator: the number of good interactions divided by the number of all.</summary>
/// <param name="Good">What counts as good, in plain words.</param>
/// <param name="Total">What counts at all, in plain words.</param>
public sealed record Sli(SliKind Kind, string Good, string Total)
{
    /// <summary>PromQL for how many were good in a window, with <c>$window</c> where its length belongs: <c>sum(increase(requests_total{code!~"5.."}[$window]))</c>. Null: it is not measured.</summary>
    public string? GoodQuery { get; init; }

    /// <inheritdoc cref="GoodQuery" />
    public string? TotalQuery { get; init; }

    public bool IsMeasured => GoodQuery is not null && TotalQuery is not null;
}

public enum SliKind
{
    /// <summary>Interactions are counted: requests, messages, jobs.</summary>
    Events,

    /// <summary>Time is counted: minutes in which it was good.</summary>
    Time,
}
