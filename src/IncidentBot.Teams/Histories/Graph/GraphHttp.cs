using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>The HTTP client for everything that goes to Microsoft Graph.</summary>
internal static class GraphHttp
{
    public const string ClientName = "teams.graph";

    private const long LargestAnswer = 64 << 20;

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(30);

    /// <remarks>Redirects are not followed, so the token goes nowhere else.</remarks>
    public static void AddGraphHttp(this IServiceCollection services) => services
        .AddHttpClient(ClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, LargestAnswer))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        .RemoveAllLoggers()
        .AddResilienceHandler(ClientName, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(Answering);
        });
}
