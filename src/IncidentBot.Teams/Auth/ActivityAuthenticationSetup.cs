using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams.Auth;

internal static class ActivityAuthenticationSetup
{
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    /// <summary>The check of what Teams sends.</summary>
    public static void AddActivityAuthentication(this IServiceCollection services)
    {
        services
            .AddHttpClient(KeyDownload.HttpName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (AnswersWithin, LargestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .RemoveAllLoggers();
        services.AddSingleton<KeyDownload>();
        services.AddSingleton<ConnectorKeys>();
        services.AddSingleton<TokenValidation>();
        services.AddSingleton<ActivityAuthentication>();
    }
}
