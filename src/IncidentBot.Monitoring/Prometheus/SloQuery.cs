using System.Globalization;
using IncidentBot.Core.Slos;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>A query of an SLO.</summary>
/// <param name="Of">What it counts, as in <c>good interactions of checkout-availability</c>.</param>
/// <param name="PromQl">With <c>$window</c> where the length of the time that is counted belongs.</param>
internal sealed record SloQuery(string Of, string PromQl)
{
    public const string Window = "$window";

    /// <summary>Good and total; null: the SLO is not measured.</summary>
    public static (SloQuery Good, SloQuery Total)? BothOf(Slo slo)
    {
        if (slo.Sli is not { GoodQuery: { } good, TotalQuery: { } total }) return null;
        var (ofGood, ofTotal) = slo.Sli.Kind switch
        {
            SliKind.Events => ("good interactions", "all interactions"),
            SliKind.Time => ("good time", "all time"),
        };
        return (new($"{ofGood} of {slo.Name}", good), new($"{ofTotal} of {slo.Name}", total));
    }

    /// <exception cref="PrometheusException">It always counts the same time, whatever is asked: what it gives would be taken for something else.</exception>
    public string Over(TimeSpan length) => PromQl.Contains(Window, StringComparison.Ordinal)
        ? PromQl.Replace(Window, Seconds(length), StringComparison.Ordinal)
        : throw PrometheusException.OfQuery(this, $"has no {Window} in it. Write increase(...[{Window}]), so that it can count any time that is asked for.");

    /// <summary>As PromQL writes a duration. <see href="https://prometheus.io/docs/prometheus/latest/querying/basics/#time-durations"/></summary>
    public static string Seconds(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{(long)length.TotalSeconds}s");
}
