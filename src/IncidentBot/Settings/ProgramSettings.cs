using IncidentBot.Core.Bot;
using IncidentBot.Monitoring;
using IncidentBot.Slack;
using IncidentBot.Teams;
using IncidentBot.Tickets;
using IncidentBot.Webhooks;

namespace IncidentBot.Settings;

/// <summary>All settings, read and checked. Names are those of <c>appsettings.sample.json</c>.</summary>
public sealed record ProgramSettings
{
    /// <summary>The LiteDB file; its lock file and the inbox's journal stand beside it.</summary>
    public string DatabasePath { get; init; } = "data/incidentbot.db";

    /// <summary>How often a copy of the database is made beside it; zero: never.</summary>
    public TimeSpan BackupEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Null: Slack is not set up.</summary>
    public SlackOptions? Slack { get; init; }

    /// <summary>Null: Teams is not set up.</summary>
    public TeamsOptions? Teams { get; init; }

    /// <summary>Null: no ticket tracker is set up.</summary>
    public TicketsOptions? Tickets { get; init; }

    /// <summary>What SLOs are measured with, and who may post alerts.</summary>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Whether the browser chat is served. It has no passwords, so it is off beside another chat unless it is asked for.</summary>
    public bool WebChat { get; init; } = true;

    /// <summary>Who is told of events, and with what secret.</summary>
    public WebhookOptions Webhooks { get; init; } = WebhookOptions.None;

    /// <summary>The folder for published postmortems; null: none.</summary>
    public string? ExportPath { get; init; }

    public BotSettings Bot { get; init; } = new();
}
