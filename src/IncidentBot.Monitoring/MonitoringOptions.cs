using IncidentBot.Monitoring.Alerts;
using IncidentBot.Monitoring.Prometheus;

namespace IncidentBot.Monitoring;

/// <summary>What is set up of monitoring.</summary>
public sealed record MonitoringOptions
{
    /// <summary>Null: nothing is measured.</summary>
    public PrometheusOptions? Prometheus { get; init; }

    /// <summary>Null: nobody may post alerts.</summary>
    public AlertsOptions? Alerts { get; init; }
}
