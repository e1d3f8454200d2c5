using IncidentBot.Core.Alerts;
using IncidentBot.Core.Blameless;
using IncidentBot.Core.Exports;
using IncidentBot.Core.Incidents.Nudges;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Tickets;
using IncidentBot.Core.Webhooks;

namespace IncidentBot.Core.Bot;

/// <summary>The settings that decisions depend on, checked at start.</summary>
public sealed record BotSettings
{
    /// <summary>The channel for announcements, as the platform's id; null: none.</summary>
    public string? AnnounceChannel { get; init; }

    /// <summary>Template of a room's name; <c>{number}</c> and <c>{slug}</c> are filled in.</summary>
    public string RoomName { get; init; } = "inc-{number}-{slug}";

    /// <summary>How long after the declaration the bot asks for what is still unknown.</summary>
    public TimeSpan PromptAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>When weekly reminders are due: a cron expression with five fields (or six, with seconds), read in <see cref="ReminderTimeZone"/>.</summary>
    public string ReminderSchedule { get; init; } = "0 9 * * MON";

    /// <summary>IANA zone of the schedule.</summary>
    public string ReminderTimeZone { get; init; } = "Etc/UTC";

    public NudgeSettings Nudges { get; init; } = new();

    public ReminderSettings Reminding { get; init; } = new();

    /// <summary>Days after the resolution when an unfinished postmortem is reminded of.</summary>
    public int PostmortemDueDays { get; init; } = 5;

    public TicketSettings Tickets { get; init; } = new();

    /// <summary>Whoever pastes a secret into an incident's room is told so, privately.</summary>
    public bool WarnOfSecrets { get; init; } = true;

    public BlamelessSettings Blameless { get; init; } = new();

    public PostmortemSettings Postmortems { get; init; } = new();

    /// <summary>The channel for published postmortems; null: none.</summary>
    public string? PublishChannel => Postmortems.PublishChannel switch { null => AnnounceChannel, "" => null, var channel => channel };

    public SloSettings Slos { get; init; } = new();

    public AlertSettings Alerts { get; init; } = new();

    public ExportSettings Exports { get; init; } = new();

    public WebhookSettings Webhooks { get; init; } = new();
}
