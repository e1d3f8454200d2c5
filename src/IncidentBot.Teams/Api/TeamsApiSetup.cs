using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams.Api;

internal static class TeamsApiSetup
{
    /// <summary>The way out to Teams: tokens, the Connector, who and where. <see cref="TeamsOptions"/>, the records and <see cref="TimeProvider"/> are registered by the program.</summary>
    public static void AddTeamsApi(this IServiceCollection services)
    {
        services.AddTeamsHttp();
        services.AddBotTokens();
        services.AddSingleton<ConnectorWire>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<ConnectorApi>();
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<TeamsPeople>();
    }
}
