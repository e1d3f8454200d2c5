using IncidentBot.Core.Bot;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Auth;
using IncidentBot.Teams.Files;
using IncidentBot.Teams.Http;
using IncidentBot.Teams.Intake;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>Puts Teams into the program.</summary>
public static class TeamsSetup
{
    /// <remarks>Needs an <c>IInbox</c>, the <c>Interactions</c>, the <c>IAdapterRecords</c> and a <c>TimeProvider</c>.</remarks>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options);
        services.AddTeamsApi();
        services.AddActivityAuthentication();
        services.AddTeamsIntake();
        services.AddSingleton<RefusedRequests>();
        services.AddSingleton<TeamsEndpoints>();
        services.AddSingleton<IAdapterHealth, TeamsHealth>();
        return services;
    }

    /// <summary>Where Teams posts to, and where files are downloaded.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<TeamsEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<FileEndpoint>().Map(routes);
    }
}
