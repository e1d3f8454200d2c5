using IncidentBot.Core.Bot;
using IncidentBot.Monitoring.Prometheus;
using IncidentBot.Settings;
using IncidentBot.Slack.Check;
using IncidentBot.Teams.Check;
using IncidentBot.Tickets;

namespace IncidentBot.Check;

/// <summary>A chat (or another integration) whose set-up can be tried.</summary>
/// <param name="NotSet">What is said when it is not set up at all.</param>
/// <param name="Check">Null: it is not set up.</param>
internal sealed record CheckedChat(string Name, CheckLine NotSet, Func<ProgramSettings, CancellationToken, IAsyncEnumerable<CheckLine>?> Check)
{
    public static readonly CheckedChat Slack = new(
        "Slack", CheckLine.Fault(SlackSettings.BotToken, $"it is not set. Set it, and {SlackSettings.AppToken} (for Socket Mode) or {SlackSettings.SigningSecret} (for HTTP)."),
        (settings, ct) => settings.Slack is { } slack ? SlackCheck.RunAsync(slack, settings.Bot.AnnounceChannel, settings.Bot.Reminding.EscalateTo, TimeProvider.System, ct) : null);

    public static readonly CheckedChat Teams = new(
        "Teams", CheckLine.Fault(TeamsSettings.AppId, $"it is not set. Set it, {TeamsSettings.TenantId} and {TeamsSettings.ClientSecret}."),
        (settings, ct) => settings.Teams is { } teams ? TeamsCheck.RunAsync(teams, settings.Bot.AnnounceChannel, settings.Bot.Reminding.EscalateTo, TimeProvider.System, ct) : null);

    /// <summary>No chat, and tried in the same way.</summary>
    public static readonly CheckedChat Tickets = new(
        "The ticket tracker", CheckLine.Fault(TicketsSettings.Provider, "it is not set. Set it to GitHub or Jira, and the keys beside it that the README names."),
        (settings, ct) => settings.Tickets is { } tickets ? TicketsCheck.RunAsync(tickets, TimeProvider.System, ct) : null);

    /// <summary>No chat either: what SLOs are measured with.</summary>
    public static readonly CheckedChat Prometheus = new(
        "Prometheus", CheckLine.Fault("Slos:Prometheus:Url", "it is not set. Set it to the address of a Prometheus, such as http://127.0.0.1:9090."),
        (settings, ct) => settings.Monitoring.Prometheus is { } prometheus ? PrometheusCheck.RunAsync(prometheus, settings.Bot.Slos.Catalogue, TimeProvider.System, ct) : null);

    /// <summary>The one of this name, as it is typed; null for none.</summary>
    public static CheckedChat? Of(string name) => name switch { "slack" => Slack, "teams" => Teams, "tickets" => Tickets, "prometheus" => Prometheus, _ => null };
}
