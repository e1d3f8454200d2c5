using System.Globalization;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Counts an SLO's good and total in a period, as a whole and in its course.</summary>
/// <remarks>
/// SLOs count with <c>increase()</c>, which sees only the samples inside the range. It takes what the counter rose by between the first and the last of them, resets (a value that falls) taken as
/// a start from zero, and stretches that to the edges of the range: to the edge itself where a sample is due there (within 1.1 scrape intervals), else by half an interval, for then the series begins
/// or ends inside; and never to before a counter's zero. So counts have fractions; a steady counter comes out right; an edge is uncertain by what happens in about one scrape interval; and what a
/// series had counted before its first sample is missing: counters are best exposed from the start, with 0. A hole between two samples is no loss, since the counter went on counting.
/// <see href="https://prometheus.io/docs/prometheus/latest/querying/functions/#increase"/>, <see href="https://github.com/prometheus/prometheus/pull/1295"/>
/// </remarks>
internal sealed class MeasurePeriod(PrometheusApi api)
{
    /// <summary>Good may exceed total by this share of it, as stretching to the edges does; by more, the queries do not belong together.</summary>
    private const double Rounding = 0.01;

    /// <exception cref="PrometheusException">There is no figure that can be believed.</exception>
    public async Task<Measurement> RunAsync((SloQuery Good, SloQuery Total) queries, Period period, CancellationToken ct)
    {
        var steps = Steps.Of(period);
        if (steps.Whole.Length == TimeSpan.Zero) throw Nothing(queries.Total, period);
        var whole = await CountAsync(queries, steps.Whole, ct);
        var counted = Pair(whole.Good ?? throw Nothing(queries.Good, period), whole.Total ?? throw Nothing(queries.Total, period))
            ?? throw PrometheusException.OfQuery(queries.Good, $"gave {Shown(whole.Good)}, more than the {Shown(whole.Total)} of all. Both are to count the same, with one more condition in the query for what is good.");
        if (steps.Count == 0) return new(counted, [new(steps.Whole, counted)], null);
        var goods = api.CountAsync(queries.Good, steps, ct);
        var totals = api.CountAsync(queries.Total, steps, ct);
        await Task.WhenAll(goods, totals);
        var course = Course(steps, await goods, await totals);
        var rest = steps.Rest.Length > TimeSpan.Zero ? await CountAsync(queries, steps.Rest, ct) : default;
        if (rest is ({ } good, { } total) && Pair(good, total) is { } last) course = course.Append(new(steps.Rest, last));
        return new(counted, [.. course], Covered(steps, (await totals).Keys, rest.Total is not null));
    }

    // Side by side, so that no scrape comes in between which only one of them sees.
    private async Task<(double? Good, double? Total)> CountAsync((SloQuery Good, SloQuery Total) queries, Period period, CancellationToken ct)
    {
        var good = api.CountAsync(queries.Good, period, ct);
        var total = api.CountAsync(queries.Total, period, ct);
        await Task.WhenAll(good, total);
        return (await good, await total);
    }

    private static IEnumerable<SloStep> Course(Steps steps, IReadOnlyDictionary<DateTimeOffset, double> goods, IReadOnlyDictionary<DateTimeOffset, double> totals) =>
        from end in totals.Keys.Order()
        let counted = goods.TryGetValue(end, out var good) ? Pair(good, totals[end]) : null
        where counted is not null
        select new SloStep(steps.EndingAt(end), counted);

    /// <summary>Null: they contradict each other.</summary>
    private static Counted? Pair(double good, double total) => good <= total * (1 + Rounding) ? new(Math.Min(good, total), total) : null;

    // From the first to the last step that has samples. A short rest without any may only be too short for two scrapes.
    private static Period? Covered(Steps steps, IEnumerable<DateTimeOffset> ends, bool isRestThere)
    {
        DateTimeOffset[] there = [.. ends.Order()];
        if (there.Length == 0) return null;
        var toTheEnd = isRestThere || (there[^1] == steps.Last && steps.Rest.Length < Steps.Shortest);
        var covered = new Period(steps.EndingAt(there[0]).From, toTheEnd ? steps.Whole.To : there[^1]);
        return covered == steps.Whole ? null : covered;
    }

    private static PrometheusException Nothing(SloQuery query, Period period) => PrometheusException.OfQuery(query, period.Length < Steps.Shortest
        ? "found no two scrapes in so short a time, which is what counting takes. A longer time can be counted."
        : $"found no samples between {Shown(period.From)} and {Shown(period.To)} UTC. Check the names and labels in it, and that Prometheus was collecting then.");

    private static string Shown(double? count) => count?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Shown(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
