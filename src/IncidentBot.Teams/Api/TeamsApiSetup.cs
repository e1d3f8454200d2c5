using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Files;
using IncidentBot.Teams.Histories;
using IncidentBot.Teams.Messages;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Rooms;
using IncidentBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams.Api;

internal static class TeamsApiSetup
{
    /// <summary>The way out to Teams: the Connector and the chat over it. <see cref="TeamsOptions"/>, the adapter's records and <see cref="TimeProvider"/> are registered by the program.</summary>
    public static void AddTeamsApi(this IServiceCollection services)
    {
        services.AddTeamsHttp();
        services.AddBotTokens();
        services.AddSingleton<ConnectorWire>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<ConnectorApi>();
        services.AddSingleton<Threads>();
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<TeamDetails>();
        services.AddSingleton<AnnounceChannels>();
        services.AddSingleton<HomeTenant>();
        services.AddSingleton<DirectConversations>();
        services.AddSingleton<Links>();
        services.AddSingleton<TeamsPeople>();
        services.AddHostedService<KnownAtStart>();
        services.AddSingleton<CardRefs>();
        services.AddSingleton<Activities>();
        services.AddSingleton<SaidParts>();
        services.AddSingleton<OwnMessages>();
        services.AddSingleton<TeamsMessages>();
        services.AddSingleton<Unsupported>();
        services.AddSingleton<Whispers>();
        services.AddSingleton<Reactions>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<RoomOpening>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<FileEndpoint>();
        services.AddSingleton<TeamsUploads>();
        services.AddTeamsHistory();
        services.AddAcquaintance();
        services.AddSingleton<IChat, TeamsChat>();
    }

    // What the way in needs of who and where is known here.
    private static void AddAcquaintance(this IServiceCollection services)
    {
        services.AddSingleton<PeopleLookup>(provider => provider.GetRequiredService<TeamsPeople>().FindAsync);
        services.AddSingleton<KnownChannels>(provider => provider.GetRequiredService<ConversationReferences>().ChannelsOfAsync);
        services.AddSingleton<LearnActivity>(provider => async (activity, ct) =>
        {
            await provider.GetRequiredService<ConversationReferences>().LearnAsync(activity, ct);
            await provider.GetRequiredService<TeamsPeople>().LearnAsync(activity, ct);
        });
    }
}
