using IncidentBot.Core.Bot;
using IncidentBot.Tickets.GitHub;
using IncidentBot.Tickets.Hooks;
using IncidentBot.Tickets.Jira;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tickets;

/// <summary>Puts the ticket tracker into the program.</summary>
public static class TicketsSetup
{
    /// <remarks>Needs an <c>IStore</c>, the <c>IInbox</c>, the <c>IAdapterRecords</c> and a <c>TimeProvider</c>.</remarks>
    public static IServiceCollection AddTickets(this IServiceCollection services, TicketsOptions options)
    {
        services.AddSingleton(options);
        services.AddTrackerHttp();
        if (options.GitHub is { } gitHub)
        {
            services.AddSingleton(gitHub);
            services.AddSingleton<GitHubClients>();
            services.AddSingleton<ITracker, GitHubTracker>();
        }
        else if (options.Jira is { } jira)
        {
            services.AddSingleton(jira);
            services.AddSingleton<JiraApi>();
            services.AddSingleton<ITracker, JiraTracker>();
        }
        services.AddSingleton<TrackerLine>();
        services.AddSingleton<IIntegrationHealth>(provider => provider.GetRequiredService<TrackerLine>());
        services.AddSingleton<IOutlet, TicketOutlet>();
        services.AddSingleton<TicketNews>();
        services.AddSingleton<TicketPoll>();
        services.AddHostedService(provider => provider.GetRequiredService<TicketPoll>());
        if (!options.HasHook) return services;
        services.AddSingleton<TrackerHook>(options.GitHub is { WebhookSecret: { } secret } ? new GitHubHook(secret) : new JiraHook(options.Jira!.WebhookSecret!));
        services.AddSingleton<HookEndpoint>();
        services.AddSingleton(provider => provider.GetRequiredService<HookEndpoint>().Translator);
        return services;
    }

    /// <summary>Where the tracker posts what has changed, when it is set up to.</summary>
    public static void MapTickets(this IEndpointRouteBuilder routes) => routes.ServiceProvider.GetService<HookEndpoint>()?.Map(routes);
}
