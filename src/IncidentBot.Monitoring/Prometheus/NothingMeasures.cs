using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Measuring;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Answers what was asked before Prometheus was taken out of the settings.</summary>
internal sealed class NothingMeasures(TimeProvider time) : IOutlet
{
    public bool Does(Errand errand) => errand is MeasureSlo;

    public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct) =>
        Task.FromResult(errand.NotDone(time.GetUtcNow(), "No Prometheus is set up to measure it with. Set Slos:Prometheus:Url, or state what it cost by hand."));
}
