using IncidentBot.Core.Bot;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Slack;

/// <summary>Whether Slack can be spoken to and heard.</summary>
internal sealed class SlackHealth(SlackOptions options, SlackApi api, SocketStates sockets) : IAdapterHealth
{
    public string Name => "slack";

    public string? Fault => api.TokenFault ?? (options.AppToken is null ? null : sockets.Fault);
}
