using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Monitoring;

/// <summary>Puts the monitoring into the program: what SLOs are measured with.</summary>
public static class MonitoringSetup
{
    /// <remarks>Needs <c>BotSettings</c> and a <c>TimeProvider</c>.</remarks>
    public static IServiceCollection AddMonitoring(this IServiceCollection services, MonitoringOptions options)
    {
        services.AddSingleton(options);
        return services;
    }

    /// <summary>Where alerts are posted to.</summary>
    public static void MapMonitoring(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);
}
