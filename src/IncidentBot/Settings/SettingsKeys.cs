using IncidentBot.Settings.Slos;

namespace IncidentBot.Settings;

/// <summary>The keys there are. A key that is not among them is a typing error that would otherwise go unnoticed.</summary>
public static class SettingsKeys
{
    public const string WebChat = "WebChat:Enabled";
    public const string ExportPath = "Postmortems:ExportPath";
    public const string ExportPrivate = "Postmortems:ExportPrivate";

    public static IReadOnlyList<string> All => Known;

    private static readonly string[] Known =
    [
        "Storage:Provider", "Storage:LiteDb:Path", "Storage:LiteDb:BackupEvery",
        SlackSettings.BotToken, SlackSettings.AppToken, SlackSettings.SigningSecret, SlackSettings.ApiBaseUrl, SlackSettings.InviteGroups,
        .. TeamsSettings.Keys,
        WebChat,
        .. TicketsSettings.Keys,
        "Incidents:AnnounceChannel", "Incidents:RoomName", "Incidents:PromptAfter", "Incidents:WarnOfSecrets",
        .. NudgesSettings.Keys,
        .. RemindersSettings.Keys,
        "Blameless:Hints", "Blameless:PublishRoles",
        .. PostmortemsSettings.Keys,
        ExportPath, ExportPrivate,
        .. WebhooksReader.Keys,
        .. AlertsSettings.Keys,
        .. SlosSettings.Keys,
        "Reminders:Schedule", "Reminders:TimeZone", "Reminders:PostmortemDueDays",
    ];

    private static readonly string[] Sections = [.. Known.Select(key => key.Split(':')[0]).Distinct()];

    public static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from section in Sections
        from pair in configuration.GetSection(section).AsEnumerable()
        where pair.Value is not null && !SlosSettings.IsInCatalogue(pair.Key) && !Known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)
        orderby pair.Key
        select $"{pair.Key} is not a setting of this version. In its section there are: {Beside(section)}.";

    private static string Beside(string section) =>
        Known.Where(key => key.StartsWith(section + ":", StringComparison.Ordinal)).ToArray() is { Length: > 0 } keys ? string.Join(", ", keys) : "none";
}
