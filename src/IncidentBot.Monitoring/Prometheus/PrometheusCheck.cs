using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Tries every SLO's queries with the program's settings, over its window so far: a line for each.</summary>
public static class PrometheusCheck
{
    public static async IAsyncEnumerable<CheckLine> RunAsync(PrometheusOptions options, IReadOnlyList<Slo> slos, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddPrometheusHttp();
        await using var provider = services.BuildServiceProvider();
        var periods = new MeasurePeriod(new(options, provider.GetRequiredService<IHttpClientFactory>(), time));
        if (slos.Count == 0) yield return CheckLine.Remark("SLOs", "there are none in the settings, so nothing is measured.");
        foreach (var slo in slos)
        {
            var (line, isAboutAll) = await LineAsync(periods, slo, time, ct);
            yield return line;
            if (isAboutAll) yield break;
        }
    }

    /// <summary>With whether it would be the same for every other SLO.</summary>
    private static async Task<(CheckLine Line, bool IsAboutAll)> LineAsync(MeasurePeriod periods, Slo slo, TimeProvider time, CancellationToken ct)
    {
        if (SloQuery.BothOf(slo) is not { } queries) return (CheckLine.Remark(slo.Name, "it has no queries; what an incident costs it is what people state."), false);
        try
        {
            return (Line(slo, await periods.RunAsync(queries, slo.Window.SoFar(time.GetUtcNow()), ct)), false);
        }
        catch (PrometheusException unread) when (unread.IsAboutTheQuery)
        {
            return (CheckLine.Fault(slo.Name, unread.Message), false);
        }
        catch (PrometheusException unread)
        {
            return (CheckLine.Fault("Slos:Prometheus:Url", unread.Message), true);
        }
    }

    private static CheckLine Line(Slo slo, Measurement measured) => measured switch
    {
        { Counted.Total: 0 } => CheckLine.Remark(slo.Name, "nothing was counted in its window so far: there was no traffic, or its queries find none."),
        { Covered: { } covered } => CheckLine.Remark(slo.Name, $"{Good(measured)} That is of {Shown(covered.From)} to {Shown(covered.To)} UTC only, for there is no data of the rest of its window; Prometheus may keep less than that."),
        _ => CheckLine.Fine(slo.Name, Good(measured)),
    };

    private static string Good(Measurement measured) => string.Create(
        CultureInfo.InvariantCulture, $"{measured.Counted.Good / measured.Counted.Total:0.####%} was good in its window so far ({measured.Counted.Good:0} of {measured.Counted.Total:0}).");

    private static string Shown(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
