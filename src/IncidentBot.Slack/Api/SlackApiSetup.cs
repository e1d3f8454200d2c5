using IncidentBot.Slack.People;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Api;

internal static class SlackApiSetup
{
    /// <summary>The way out to Slack. <see cref="SlackOptions"/> and <see cref="TimeProvider"/> are registered by the program.</summary>
    public static void AddSlackApi(this IServiceCollection services)
    {
        services.AddSlackHttp();
        services.AddSingleton<SlackWire>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<TokenHealth>();
        services.AddSingleton<SlackApi>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackBot>();
    }
}
