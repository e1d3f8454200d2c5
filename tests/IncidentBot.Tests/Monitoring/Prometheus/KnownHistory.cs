using IncidentBot.Tests.Monitoring.Servers;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>A real Prometheus with a quarter of known traffic, started when a test first needs it.</summary>
public sealed class KnownHistory : IAsyncLifetime
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    /// <summary>With an outage, and counters that started anew twice, once in the middle of it.</summary>
    internal static readonly KnownTraffic Shop = new("shop", Now.AddDays(-40), Now)
    {
        Outage = new(Now.AddMinutes(-118), Now.AddMinutes(-89)),
        Restarts = [Now.AddDays(-11).AddMinutes(-17), Now.AddMinutes(-100)],
    };

    /// <summary>Collected for nine days only.</summary>
    internal static readonly KnownTraffic Young = new("young", Now.AddDays(-9), Now);

    /// <summary>Not collected for a day.</summary>
    internal static readonly KnownTraffic Holed = new("holed", Now.AddDays(-40), Now) { Hole = new(Now.AddDays(-6), Now.AddDays(-5)) };

    /// <summary>Not collected any more since three hours.</summary>
    internal static readonly KnownTraffic Gone = new("gone", Now.AddDays(-40), Now.AddHours(-3));

    private readonly Lazy<Task<PrometheusServer>> _started = new(() => PrometheusServer.StartAsync(history: string.Concat(new[] { Shop, Young, Holed, Gone }.Select(traffic => traffic.OpenMetrics())) + "# EOF\n"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<MonitoringUnderTest> OfAsync(KnownTraffic traffic) => new((await _started.Value).Url, MonitoringUnderTest.Of(traffic.Good, traffic.Total), Now);

    internal async Task<MonitoringUnderTest> OfAsync(string good, string total) => new((await _started.Value).Url, MonitoringUnderTest.Of(good, total), Now);

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _started.Value).DisposeAsync();
    }
}
