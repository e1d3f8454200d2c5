using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Measuring;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Measures SLOs. What Prometheus fails or refuses is an answer too: a measurement is worth nothing when it is late, and the next one is asked for anyway.</summary>
internal sealed class PrometheusOutlet(MeasurePeriod periods, BotSettings settings, TimeProvider time, ILogger<PrometheusOutlet> log) : IOutlet, IIntegrationHealth
{
    private volatile string? _fault;

    public string Name => "prometheus";

    public string? Fault => _fault;

    public bool Does(Errand errand) => errand is MeasureSlo;

    public async Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        var asked = (MeasureSlo)errand;
        var by = MeasuringBy.In(asked.In);
        if (settings.Slos.Find(asked.Slo) is not { } slo || SloQuery.BothOf(slo) is not { } queries)
            return new SloNotMeasured(time.GetUtcNow(), by, asked.Place, asked.Slo, asked.Incident, $"{asked.Slo} has no queries to be measured with. Give it GoodQuery and TotalQuery in the settings.");
        var (window, unread) = await TryAsync(queries, asked.Window, ct);
        var (impact, unreadImpact) = asked.Impact is { } hit ? _fault is null ? await TryAsync(queries, hit, ct) : (null, unread) : default;
        return new SloMeasured(
            time.GetUtcNow(), by, asked.Place, asked.Slo,
            window is null ? null : new(asked.Window.To, asked.Window, window.Counted, window.Course) { Covered = window.Covered },
            asked.Incident,
            impact is null ? null : new(asked.Impact!.Value, impact.Counted, time.GetUtcNow()) { Covered = impact.Covered },
            unread ?? unreadImpact);
    }

    private async Task<(Measurement? Measured, string? Unread)> TryAsync((SloQuery Good, SloQuery Total) queries, Period period, CancellationToken ct)
    {
        try
        {
            var measured = await periods.RunAsync(queries, period, ct);
            Tell(null);
            return (measured, null);
        }
        catch (PrometheusException unread)
        {
            Tell(unread.IsAboutTheQuery ? null : unread.Message);
            return (null, unread.Message);
        }
    }

    private void Tell(string? fault)
    {
        if (fault is null && _fault is not null) log.LogInformation("Prometheus works again");
        if (fault is not null && _fault is null) log.LogWarning("SLOs cannot be measured; everything else goes on: {Reason}", fault);
        _fault = fault;
    }
}
