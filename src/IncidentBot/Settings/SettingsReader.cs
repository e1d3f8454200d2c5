using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Settings.Slos;

namespace IncidentBot.Settings;

/// <summary>Reads the settings and finds every fault at once, each with its key, what it allows and what was seen.</summary>
public sealed class SettingsReader
{
    private readonly IConfiguration _configuration;
    private readonly List<string> _faults = [];
    private readonly SettingsValues _values;

    public SettingsReader(IConfiguration configuration)
    {
        _configuration = configuration;
        _values = new(configuration, _faults);
    }

    public IReadOnlyList<string> Faults => _faults;

    public ProgramSettings Read()
    {
        _faults.AddRange(SettingsKeys.Unknown(_configuration));
        Addresses();
        _values.OneOf("Storage:Provider", "LiteDb", "LiteDb");
        var slack = new SlackSettings(_configuration, _faults).Read();
        var teams = new TeamsSettings(_configuration, _faults).Read();
        var webhooks = new WebhooksReader(_values, _faults);
        var receivers = webhooks.Options();
        var folder = ExportPath();
        var bot = Bot();
        var prometheus = new PrometheusReader(_values, _faults).Read();
        var settings = new ProgramSettings
        {
            DatabasePath = _values.NotEmpty("Storage:LiteDb:Path", "data/incidentbot.db"),
            BackupEvery = _values.Duration("Storage:LiteDb:BackupEvery", new ProgramSettings().BackupEvery, TimeSpan.Zero, TimeSpan.FromDays(7)),
            Slack = slack,
            Teams = teams,
            Tickets = new TicketsSettings(_configuration, _faults).Read(),
            Monitoring = new() { Prometheus = prometheus, Alerts = new AlertsSettings(_values, _faults).Read(bot) },
            WebChat = _values.Flag(SettingsKeys.WebChat, slack is null && teams is null),
            Webhooks = receivers,
            ExportPath = folder,
            Bot = bot with { Slos = new SlosSettings(_configuration, _values, _faults).Read(measured: prometheus is not null), Webhooks = webhooks.Settings(receivers), Exports = new() { ToFolder = folder is not null, Private = _values.Flag(SettingsKeys.ExportPrivate, false) } },
        };
        _faults.AddRange(ReminderSchedule.Faults(settings.Bot.ReminderSchedule, settings.Bot.ReminderTimeZone));
        if (_faults.Count == 0 && settings is { WebChat: false, Slack: null, Teams: null }) _faults.Add($"{SettingsKeys.WebChat} is false, and no other chat is set up: nothing could be heard or said. Set it to true, or set up Slack or Teams.");
        return settings;
    }

    private BotSettings Bot()
    {
        var defaults = new BotSettings();
        return new()
        {
            AnnounceChannel = _values.Optional("Incidents:AnnounceChannel", "incidents")?.TrimStart('#'),
            RoomName = RoomName(defaults.RoomName),
            PromptAfter = _values.Duration("Incidents:PromptAfter", defaults.PromptAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
            ReminderSchedule = _values.NotEmpty("Reminders:Schedule", defaults.ReminderSchedule),
            ReminderTimeZone = _values.NotEmpty("Reminders:TimeZone", defaults.ReminderTimeZone),
            WarnOfSecrets = _values.Flag("Incidents:WarnOfSecrets", defaults.WarnOfSecrets),
            Blameless = new() { Hints = _values.Flag("Blameless:Hints", defaults.Blameless.Hints), PublishRoles = _values.Flag("Blameless:PublishRoles", defaults.Blameless.PublishRoles) },
            Reminding = new RemindersSettings(_values, _faults).Read(),
            Nudges = new NudgesSettings(_values).Read(),
            PostmortemDueDays = _values.Number("Reminders:PostmortemDueDays", defaults.PostmortemDueDays, 1, 365),
            Postmortems = new PostmortemsSettings(_values).Read(),
            Tickets = new TicketsSettings(_configuration, _faults).ReadRules(),
            Alerts = new AlertsSettings(_values, _faults).ReadRules(),
        };
    }

    private string? ExportPath()
    {
        var path = _values.Optional(SettingsKeys.ExportPath, "");
        if (path is null or "") return null;
        if (!path.Contains('\0', StringComparison.Ordinal) && !File.Exists(path)) return path;
        _faults.Add($"{SettingsKeys.ExportPath} is \"{path}\", which is no folder. It is made when it is missing.");
        return null;
    }

    private void Addresses()
    {
        foreach (var address in (_values.Value("Urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!IsHttp(address)) _faults.Add($"Urls has \"{address}\". It can be addresses such as http://127.0.0.1:5080, with a semicolon between them.");
    }

    private static bool IsHttp(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Scheme.ToLowerInvariant() is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private string RoomName(string fallback)
    {
        var template = _values.NotEmpty("Incidents:RoomName", fallback);
        if (template.Contains("{number}", StringComparison.Ordinal) && template.Length <= RoomNames.MostCharacters) return template;
        _faults.Add($"Incidents:RoomName is \"{template}\". It must hold {{number}}, so that no two rooms have one name, and at most {RoomNames.MostCharacters} characters.");
        return fallback;
    }
}
