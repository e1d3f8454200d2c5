using System.Globalization;
using System.Text;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>A service's requests, known to the minute, and its counters as Prometheus would have scraped them.</summary>
/// <param name="Metric">The counter's name without <c>_total</c>.</param>
/// <param name="From">Its first scrape, with the counters at zero.</param>
internal sealed record KnownTraffic(string Metric, DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeSpan Scrape = TimeSpan.FromMinutes(1);

    /// <summary>In which 37 % of requests fail.</summary>
    public Period Outage { get; init; }

    /// <summary>The share that fails otherwise.</summary>
    public double Usually { get; init; } = 0.001;

    /// <summary>When the service starts anew, and its counters at zero: right after a scrape, for what was counted since the last one nobody would know.</summary>
    public IReadOnlyList<DateTimeOffset> Restarts { get; init; } = [];

    /// <summary>In which nothing is scraped, while the service goes on.</summary>
    public Period Hole { get; init; }

    public string Good => $"sum(increase({Metric}_total{{code!~\"5..\"}}[$window]))";

    public string Total => $"sum(increase({Metric}_total[$window]))";

    /// <summary>What was served in a period that begins and ends at whole minutes.</summary>
    public Counted Served(Period period)
    {
        var (good, bad) = (0d, 0d);
        for (var at = Later(period.From, From); at < (period.To < To ? period.To : To); at += Scrape) (good, bad) = (good + GoodAt(at), bad + BadAt(at));
        return new(good, good + bad);
    }

    /// <summary>As promtool reads it.</summary>
    public string OpenMetrics()
    {
        var (good, bad) = (new StringBuilder(), new StringBuilder());
        var (goods, bads) = (0d, 0d);
        for (var at = From; at <= To; at += Scrape)
        {
            if (at < Hole.From || at >= Hole.To)
            {
                Write(good, "200", goods, at);
                Write(bad, "500", bads, at);
            }
            if (Restarts.Contains(at)) (goods, bads) = (0, 0);
            (goods, bads) = (goods + GoodAt(at), bads + BadAt(at));
        }
        return $"# TYPE {Metric} counter\n{good}{bad}";
    }

    private void Write(StringBuilder text, string code, double count, DateTimeOffset at) =>
        text.Append(CultureInfo.InvariantCulture, $"{Metric}_total{{code=\"{code}\"}} {count} {at.ToUnixTimeSeconds()}\n");

    // Busier by day than by night.
    private static double RequestsAt(DateTimeOffset at) => Math.Round(10_000 + 4_000 * Math.Sin(at.UtcDateTime.TimeOfDay / TimeSpan.FromDays(1) * 2 * Math.PI));

    private double BadAt(DateTimeOffset at) => Math.Round(RequestsAt(at) * (at >= Outage.From && at < Outage.To ? 0.37 : Usually));

    private double GoodAt(DateTimeOffset at) => RequestsAt(at) - BadAt(at);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
