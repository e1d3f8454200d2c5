using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>The measuring against a Prometheus that answers as it is told.</summary>
public abstract class PrometheusTests : IAsyncLifetime
{
    private protected PrometheusDouble Prometheus { get; private set; } = null!;

    private protected MonitoringUnderTest Monitoring { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Prometheus = await PrometheusDouble.StartAsync();
        Monitoring = new(Prometheus.Url);
    }

    public async ValueTask DisposeAsync()
    {
        Monitoring.Dispose();
        await Prometheus.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
