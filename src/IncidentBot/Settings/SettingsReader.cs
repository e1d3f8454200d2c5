using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;

namespace IncidentBot.Settings;

/// <summary>Reads the settings and finds every fault at once, each with its key, what it allows and what was seen.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public ProgramSettings Read()
    {
        var defaults = new BotSettings();
        _faults.AddRange(SettingsKeys.Unknown(configuration));
        Addresses();
        OneOf("Storage:Provider", "LiteDb", "LiteDb");
        var slack = new SlackSettings(configuration, _faults).Read();
        var teams = new TeamsSettings(configuration, _faults).Read();
        var settings = new ProgramSettings
        {
            DatabasePath = NotEmpty("Storage:LiteDb:Path", "data/incidentbot.db"),
            BackupEvery = Duration("Storage:LiteDb:BackupEvery", new ProgramSettings().BackupEvery, TimeSpan.Zero, TimeSpan.FromDays(7)),
            Slack = slack,
            Teams = teams,
            WebChat = Flag(SettingsKeys.WebChat, slack is null && teams is null),
            Bot = new()
            {
                AnnounceChannel = Optional("Incidents:AnnounceChannel", "incidents")?.TrimStart('#'),
                RoomName = RoomName(defaults.RoomName),
                PromptAfter = Duration("Incidents:PromptAfter", defaults.PromptAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
                ReminderSchedule = NotEmpty("Reminders:Schedule", defaults.ReminderSchedule),
                ReminderTimeZone = NotEmpty("Reminders:TimeZone", defaults.ReminderTimeZone),
                PostmortemDueDays = Number("Reminders:PostmortemDueDays", defaults.PostmortemDueDays, 1, 365),
            },
        };
        _faults.AddRange(ReminderSchedule.Faults(settings.Bot.ReminderSchedule, settings.Bot.ReminderTimeZone));
        if (_faults.Count == 0 && settings is { WebChat: false, Slack: null, Teams: null }) _faults.Add($"{SettingsKeys.WebChat} is false, and no other chat is set up: nothing could be heard or said. Set it to true, or set up Slack or Teams.");
        return settings;
    }

    private void Addresses()
    {
        foreach (var address in (Value("Urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
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

    private string? Value(string key) => configuration[key]?.Trim();

    private string? Optional(string key, string fallback) => Value(key) switch { null => fallback, "" => null, var value => value };

    private string NotEmpty(string key, string fallback)
    {
        if (Value(key) is not { } value) return fallback;
        if (value.Length > 0) return value;
        _faults.Add($"{key} is empty. Leave it out for the default, {fallback}.");
        return fallback;
    }

    private void OneOf(string key, string fallback, params string[] allowed)
    {
        var value = Value(key) ?? fallback;
        if (!allowed.Contains(value, StringComparer.OrdinalIgnoreCase)) _faults.Add($"{key} is \"{value}\". It can be {string.Join(" or ", allowed)}.");
    }

    private bool Flag(string key, bool fallback)
    {
        if (Value(key) is not { } value) return fallback;
        if (bool.TryParse(value, out var flag)) return flag;
        _faults.Add($"{key} is \"{value}\". It can be true or false.");
        return fallback;
    }

    private int Number(string key, int fallback, int least, int most)
    {
        if (Value(key) is not { } value) return fallback;
        if (int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        _faults.Add($"{key} is \"{value}\". It can be a whole number from {least} to {most}.");
        return fallback;
    }

    private TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Value(key) is not { } value) return fallback;
        if (TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most) return duration;
        _faults.Add($"{key} is \"{value}\". It can be a time such as 00:15:00 (hours:minutes:seconds), from {least} to {most}.");
        return fallback;
    }

    private string RoomName(string fallback)
    {
        var template = NotEmpty("Incidents:RoomName", fallback);
        if (template.Contains("{number}", StringComparison.Ordinal) && template.Length <= RoomNames.MostCharacters) return template;
        _faults.Add($"Incidents:RoomName is \"{template}\". It must hold {{number}}, so that no two rooms have one name, and at most {RoomNames.MostCharacters} characters.");
        return fallback;
    }
}
