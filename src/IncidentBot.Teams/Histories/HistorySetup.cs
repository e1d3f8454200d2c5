using IncidentBot.Core.Bot;
using IncidentBot.Teams.Check;
using IncidentBot.Teams.Histories.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Teams.Histories;

internal static class HistorySetup
{
    /// <summary>Reading what was said from Microsoft Graph. Needs the way out to Teams, and an <see cref="IInbox"/>.</summary>
    public static IServiceCollection AddTeamsHistory(this IServiceCollection services)
    {
        services.AddSingleton<GraphApi>();
        services.AddSingleton<PatientReading>();
        services.AddSingleton<TeamGroups>();
        services.AddSingleton<Consents>();
        services.AddSingleton<TeamsHistory>();
        services.TryAddSingleton<HistoryRequests>();
        services.AddSingleton<AttachedFiles>();
        services.AddSingleton<CheckConsents>();
        services.AddSingleton<NewRooms>();
        services.AddHostedService(provider => provider.GetRequiredService<NewRooms>());
        services.AddHostedService<MissedHistory>();
        return services;
    }
}
