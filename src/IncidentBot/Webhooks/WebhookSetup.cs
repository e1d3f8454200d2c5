using IncidentBot.Core.Bot;

namespace IncidentBot.Webhooks;

internal static class WebhookSetup
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <summary>Also where none is set: what was decided before still stands in the outbox, and goes.</summary>
    public static void AddWebhooks(this IServiceCollection services, WebhookOptions options)
    {
        services.AddSingleton(options);
        services.AddHttpClient(WebhookOutlet.ClientName, client => client.Timeout = WebhookOutlet.AnswersWithin)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .RemoveAllLoggers();
        services.AddSingleton<WebhookOutlet>();
        services.AddSingleton<IOutlet>(provider => provider.GetRequiredService<WebhookOutlet>());
        if (options.Addresses.Count > 0) services.AddSingleton<IIntegrationHealth>(provider => provider.GetRequiredService<WebhookOutlet>());
    }
}
