using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace IncidentBot.Slack.Api;

/// <summary>The HTTP client for everything that goes to Slack.</summary>
internal static class SlackHttp
{
    public const string ClientName = "slack";

    /// <summary>Set on requests that change nothing, so that they may be repeated.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("slack.repeatable");

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Altogether = TimeSpan.FromSeconds(25);

    /// <remarks>Redirects are not followed, so the token goes nowhere else; requests are not logged, for some addresses are secrets.</remarks>
    public static void AddSlackHttp(this IServiceCollection services) => services
        .AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        .RemoveAllLoggers()
        .AddResilienceHandler(ClientName, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline
                .AddTimeout(Altogether)
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 2,
                    Delay = TimeSpan.FromMilliseconds(300),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = failed => ValueTask.FromResult(
                        failed.Context.GetRequestMessage()?.Options.TryGetValue(Repeatable, out var repeatable) is true && repeatable
                        && failed.Outcome.Result?.StatusCode is not System.Net.HttpStatusCode.TooManyRequests
                        && HttpClientResiliencePredicates.IsTransient(failed.Outcome)),
                })
                .AddTimeout(OneAttempt);
        });
}
