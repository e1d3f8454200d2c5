using IncidentBot.Core.Chat;
using IncidentBot.Slack.Files;
using IncidentBot.Slack.Histories;
using IncidentBot.Slack.Messages;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rooms;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Api;

internal static class SlackApiSetup
{
    /// <summary>The way out to Slack: the Web API and the chat over it. <see cref="SlackOptions"/> and <see cref="TimeProvider"/> are registered by the program.</summary>
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
        services.AddSingleton<ChannelNames>();
        services.AddSingleton<Joining>();
        services.AddSingleton<OwnMessages>();
        services.AddSingleton<SlackMessages>();
        services.AddSingleton<Whispers>();
        services.AddSingleton<Marks>();
        services.AddSingleton<SlackUploads>();
        services.AddSingleton<Topics>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<InviteGroups>();
        services.AddSingleton<RoomOpening>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<PatientReading>();
        services.AddSingleton<SlackHistory>();
        services.AddSingleton<IChat, SlackChat>();
    }
}
