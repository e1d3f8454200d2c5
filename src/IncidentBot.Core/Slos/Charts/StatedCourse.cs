using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>What was left over time, as people stated what each incident took: a step down for each, evenly over the time in which it hit users.</summary>
internal static class StatedCourse
{
    public static IReadOnlyList<IReadOnlyList<BudgetPoint>> Of(BudgetReport report, Period window)
    {
        var soFar = new Period(window.From, report.At < window.To ? report.At : window.To);
        var bends = report.Incidents.Select(share => share.When.And(soFar)).SelectMany(when => (DateTimeOffset[])[when.From, when.To]);
        return [Thinned.Of([.. bends.Append(soFar.From).Append(soFar.To).Distinct().Order().Select(at => new BudgetPoint(at, LeftAt(at)))])];

        double LeftAt(DateTimeOffset at) => at == soFar.To && report.Left is { } left ? left : 1 - report.Incidents.Sum(share => share.Counts * PassedAt(at, share.When.And(soFar)));
    }

    private static double PassedAt(DateTimeOffset at, Period when) => at >= when.To ? 1 : at <= when.From ? 0 : (at - when.From) / when.Length;
}
