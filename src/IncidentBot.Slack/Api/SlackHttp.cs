using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace IncidentBot.Slack.Api;

/// <summary>The HTTP client for everything that goes to Slack.</summary>
internal static class SlackHttp
{
    public const string ClientName = "slack";

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(10);

    /// <remarks>Redirects are not followed, so the token goes nowhere else; requests are not logged, for some addresses are secrets.</remarks>
    public static void AddSlackHttp(this IServiceCollection services) => services
        .AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        .RemoveAllLoggers()
        .AddResilienceHandler(ClientName, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(Answering);
        });
}
