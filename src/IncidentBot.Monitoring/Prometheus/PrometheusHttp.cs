using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>The HTTP client for what goes to Prometheus.</summary>
internal static class PrometheusHttp
{
    public const string Name = "prometheus";

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <remarks>Requests are not logged, for their headers hold secrets. A redirect is told, not followed: it would take them elsewhere.</remarks>
    public static void AddPrometheusHttp(this IServiceCollection services) => services
        .AddHttpClient(Name, client => client.Timeout = Timeout.InfiniteTimeSpan) // each query has its own
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        .RemoveAllLoggers();
}
