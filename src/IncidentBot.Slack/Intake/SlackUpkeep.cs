using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Intake;

/// <summary>Events that concern only the way to Slack: whom we know, whether we are let in, where we came in.</summary>
/// <remarks>None of them is stored: a start learns all of it anew.</remarks>
internal sealed class SlackUpkeep(SlackPeople people, SlackBot bot, HistoryRequests history, ILogger<SlackUpkeep> log)
{
    /// <summary>False when the payload is none of these.</summary>
    public bool Takes(JsonElement payload, string team)
    {
        var body = payload.Part("event") ?? default;
        switch (payload.Filled("type") == "event_callback" ? body.Filled("type") : payload.Filled("type"))
        {
            case "app_rate_limited":
                log.LogWarning("Slack holds events back because more came than its limit; what was said meanwhile is read from the history of the rooms");
                history.Ask(new(SlackIds.Workspace(team)));
                return true;
            case "user_change" or "team_join":
                if (body.Part("user") is { } user) people.Update(team, user);
                return true;
            case "app_uninstalled" or "tokens_revoked": // what is wrong then, SlackHealth says
                log.LogError("Slack tells that the app was uninstalled or a token of it revoked ({Type})", body.Filled("type"));
                return true;
            case "member_joined_channel" when bot.Is(body.Id("user"), null) && body.Id("channel") is { } channel:
                history.Ask(new(SlackIds.Workspace(team), channel));
                return true;
            case "member_left_channel" when bot.Is(body.Id("user"), null):
                log.LogInformation("The bot is no longer in channel {Channel} and hears nothing there", body.Id("channel"));
                return true;
            default:
                return false;
        }
    }
}
