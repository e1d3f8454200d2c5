using IncidentBot.Core.Bot;
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
        services.TryAddSingleton<HistoryRequests>();
        return services;
    }

    /// <summary>The endpoints that Slack posts to, when it is set up to.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
    }
}
