using IncidentBot.Teams.Histories.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams.Histories;

internal static class HistorySetup
{
    /// <summary>Reading what was said from Microsoft Graph.</summary>
    public static IServiceCollection AddTeamsHistory(this IServiceCollection services)
    {
        services.AddGraphHttp();
        services.AddSingleton<GraphApi>();
        services.AddSingleton<PatientReading>();
        services.AddSingleton<MessageReading>();
        services.AddSingleton<TeamsHistory>();
        return services;
    }
}
