using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Slack;

/// <summary>Whether Slack can be heard and spoken to.</summary>
internal sealed class SlackHealth(SlackOptions options, SlackApi api, SlackBot bot, SocketStates sockets) : IAdapterHealth
{
    private volatile string? _removed;

    public string Name => "slack";

    public string? Fault => _removed ?? api.TokenFault ?? (options.AppToken is null ? null : sockets.Fault);

    /// <summary>Notes a delivery that says that the app was taken out of the workspace.</summary>
    /// <remarks>https://docs.slack.dev/reference/events/app_uninstalled, https://docs.slack.dev/reference/events/tokens_revoked</remarks>
    public void Hear(JsonElement payload)
    {
        if (payload.Part("event") is not { } said || (bot.Known.Team is { } ours && payload.Text("team_id") is { } team && team != ours)) return;
        if (said.Text("type") == "app_uninstalled") _removed = "The app was uninstalled from the workspace. Install it again, put its new Bot User OAuth Token into Slack:BotToken, and start again.";
        else if (said.Text("type") == "tokens_revoked" && said.Part("tokens")?.Items("bot").Any() is true) _removed = "The bot token was revoked. Install the app again, put its new Bot User OAuth Token into Slack:BotToken, and start again.";
    }
}
