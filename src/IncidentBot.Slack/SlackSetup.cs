using IncidentBot.Core.Bot;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Http;
using IncidentBot.Slack.Intake;
using IncidentBot.Slack.SocketMode;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Slack;

/// <summary>Puts Slack into the program.</summary>
public static class SlackSetup
{
    /// <remarks>Needs an <c>IInbox</c>, the <c>Interactions</c> and a <c>TimeProvider</c>.</remarks>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        services.AddSlackApi();
        services.AddSlackIntake();
        services.AddSingleton<TakeDelivery>(provider => async (payload, ct) => (await provider.GetRequiredService<SlackIntake>().TakeAsync(payload, ct)).Body);
        services.TryAddSingleton<HistoryRequests>();
        services.AddSingleton<MissedHistory>();
        services.AddHostedService(provider => provider.GetRequiredService<MissedHistory>());
        services.AddSingleton<SlackHealth>();
        services.AddSingleton<IAdapterHealth>(provider => provider.GetRequiredService<SlackHealth>());
        services.AddSocketMode(options);
        if (options.SigningSecret is { } secret) services.AddSingleton(provider => new SlackSignature(secret, provider.GetRequiredService<TimeProvider>())).AddSingleton<SlackEndpoints>();
        return services;
    }

    /// <summary>The endpoints that Slack posts to, when it is set up to.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes) => routes.ServiceProvider.GetService<SlackEndpoints>()?.Map(routes);

    private static void AddSocketMode(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton<SocketStates>();
        if (options.AppToken is null) return;
        services.TryAddSingleton(new SocketTimings());
        services.AddSingleton<SocketAddress>();
        services.AddSingleton<SocketOpening>();
        services.AddHostedService<SocketModeWorker>();
    }
}
