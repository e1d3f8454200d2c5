namespace IncidentBot.Core.Slos.Budgets;

/// <summary>A figure for what an incident cost: how many interactions were bad, and when.</summary>
/// <param name="BadShare">Of all while it lasted, 0 to 1.</param>
/// <param name="BadIn">How many were bad in a part of <paramref name="When"/>; evenly between two changes of the traffic.</param>
internal sealed record Figure(BudgetMethod Method, Period When, double BadShare, Func<Period, double> BadIn)
{
    /// <summary>What the monitoring counted, spread evenly over the time; null when that tells nothing.</summary>
    public static Figure? Of(Measured? measured, Traffic traffic)
    {
        if (measured is not { Counted: { IsSound: true, Total: > 0 } counted, Seen: { Length.Ticks: > 0 } when }) return null;
        var share = counted.Bad / counted.Total;
        return new(BudgetMethod.Measured, when, share, part => traffic.IsCounted ? counted.Bad * (part.Length / when.Length) : share * traffic.In(part));
    }

    /// <summary>What a person stated: that share of whatever there was; null when it tells nothing.</summary>
    public static Figure? Of(Estimate? estimate, Traffic traffic) =>
        estimate is { BadShare: >= 0 and <= 1 and var share, When: { Length.Ticks: > 0 } when } ? new(BudgetMethod.Estimated, when, share, part => share * traffic.In(part)) : null;

    public double Within(Period window) => window.And(When) is { Length.Ticks: > 0 } part ? BadIn(part) : 0;
}
