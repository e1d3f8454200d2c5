using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>Puts the hooks for alerts into the program.</summary>
internal static class AlertsSetup
{
    /// <remarks>Needs <c>Chats</c>, the <c>IInbox</c> and a <c>TimeProvider</c>.</remarks>
    public static void AddAlerts(this IServiceCollection services, AlertsOptions options)
    {
        AlertFormat[] formats = [new AlertmanagerFormat(), new MappedFormat(options.Mapping)];
        foreach (var format in formats)
        {
            services.AddSingleton(provider => new AlertEndpoint(
                format, new(options.Secret), options, provider.GetRequiredService<Chats>(), provider.GetRequiredService<IInbox>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AlertEndpoint>>()));
            services.AddSingleton(provider => provider.GetServices<AlertEndpoint>().First(endpoint => endpoint.Format == format).Translator);
        }
    }

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in routes.ServiceProvider.GetServices<AlertEndpoint>()) endpoint.Map(routes);
    }
}
