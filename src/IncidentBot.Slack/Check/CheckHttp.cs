using IncidentBot.Core.Bot;

namespace IncidentBot.Slack.Check;

/// <summary>What can be said of HTTP from here: only Slack can try it.</summary>
internal static class CheckHttp
{
    private const string Subject = "Slack:SigningSecret";

    public static CheckLine Run(SlackOptions options) => CheckLine.Remark(Subject, options.AppToken is null
        ? "whether it is the app's shows when Slack posts: give Slack the addresses /slack/events, /slack/commands and /slack/interactions under your public name, and put that name into AllowedHosts."
        : "while Socket Mode is switched on for the app, Slack posts nothing over HTTP. One of the two is enough.");
}
