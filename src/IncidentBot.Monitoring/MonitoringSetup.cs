using IncidentBot.Core.Bot;
using IncidentBot.Monitoring.Alerts;
using IncidentBot.Monitoring.Prometheus;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Monitoring;

/// <summary>Puts the monitoring into the program: what SLOs are measured with, and the hooks for alerts.</summary>
public static class MonitoringSetup
{
    /// <remarks>Needs <c>BotSettings</c>, <c>Chats</c>, the <c>IInbox</c> and a <c>TimeProvider</c>.</remarks>
    public static IServiceCollection AddMonitoring(this IServiceCollection services, MonitoringOptions options)
    {
        services.AddSingleton(options);
        if (options.Prometheus is { } prometheus) services.AddPrometheus(prometheus);
        else services.AddSingleton<IOutlet, NothingMeasures>();
        if (options.Alerts is { } alerts) services.AddAlerts(alerts);
        return services;
    }

    /// <summary>Where alerts are posted to, when a secret for them is set.</summary>
    public static void MapMonitoring(this IEndpointRouteBuilder routes) => routes.MapAlerts();

    private static void AddPrometheus(this IServiceCollection services, PrometheusOptions options)
    {
        services.AddSingleton(options);
        services.AddPrometheusHttp();
        services.AddSingleton<PrometheusApi>();
        services.AddSingleton<MeasurePeriod>();
        services.AddSingleton<PrometheusOutlet>();
        services.AddSingleton<IOutlet>(provider => provider.GetRequiredService<PrometheusOutlet>());
        services.AddSingleton<IIntegrationHealth>(provider => provider.GetRequiredService<PrometheusOutlet>());
    }
}
