using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace IncidentBot.Teams.Api;

/// <summary>The HTTP clients for what goes to the Connector, to Microsoft Graph and to where tokens are given.</summary>
internal static class TeamsHttp
{
    public const string Connector = "teams.connector";
    public const string Graph = "teams.graph";
    public const string Login = "teams.login";

    private const int LargestAnswer = 16 * 1024 * 1024;
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(15);

    /// <remarks>Redirects are not followed, so tokens go nowhere else; requests are not logged, for their headers and forms hold secrets.</remarks>
    public static void AddTeamsHttp(this IServiceCollection services)
    {
        foreach (var name in (string[])[Connector, Graph, Login])
            services.AddHttpClient(name, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, LargestAnswer))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
                .RemoveAllLoggers()
                .AddResilienceHandler(name, (pipeline, context) =>
                {
                    pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                    pipeline.AddTimeout(Answering);
                });
    }

    /// <summary>Why no answer came, without an address; null when the failure is of another kind.</summary>
    public static string? NoAnswer(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } => $"the connection failed ({error})",
        IOException => "the connection broke",
        OperationCanceledException or ExecutionRejectedException => "it took too long",
        _ => null,
    };
}
