using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Monitoring.Alerts;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Alerts</c>. The secret is never repeated in a fault.</summary>
internal sealed class AlertsSettings(SettingsValues values, ICollection<string> faults)
{
    public const string Secret = "Alerts:Secret";
    public const string Channel = "Alerts:Channel";
    public const string Severities = "Alerts:Severities";
    public const string DeclareFrom = "Alerts:DeclareFrom";
    public const string MostPerHour = "Alerts:MostPerHour";
    public const string AgainWithin = "Alerts:AgainWithin";

    private const string Mapping = "Alerts:Mapping:";
    private static readonly string[] Paths = ["Alerts", "Title", "Status", "Fingerprint", "StartsAt", "Severity", "Service", "Url"];

    public static readonly IReadOnlyList<string> Keys = [Secret, Channel, Severities, DeclareFrom, MostPerHour, AgainWithin, Mapping + "Name", Mapping + "Firing", Mapping + "Resolved", .. Paths.Select(path => Mapping + path)];

    /// <summary>What decisions depend on.</summary>
    public AlertSettings ReadRules()
    {
        var defaults = new AlertSettings();
        return new()
        {
            Channel = values.Optional(Channel, "")?.TrimStart('#') is { Length: > 0 } channel ? channel : null,
            Severities = ReadSeverities(),
            DeclareFrom = ReadDeclareFrom(defaults.DeclareFrom),
            MostPerHour = values.Number(MostPerHour, defaults.MostPerHour, 1, 1000),
            AgainWithin = values.Duration(AgainWithin, defaults.AgainWithin, TimeSpan.Zero, TimeSpan.FromDays(7)),
        };
    }

    /// <summary>Null when no secret is set, or not such that it could be a secret: then there are no hooks.</summary>
    public AlertsOptions? Read(BotSettings bot)
    {
        var mapping = ReadMapping();
        if (values.Value(Secret) is not { } secret) return null;
        if (secret.Length < AlertsOptions.ShortestSecret)
        {
            faults.Add($"{Secret} has {secret.Length} characters, so it could be guessed. Give it at least {AlertsOptions.ShortestSecret} random ones, or leave it out to take no alerts.");
            return null;
        }
        if ((bot.Alerts.Channel ?? bot.AnnounceChannel) is { } channel) return new() { Secret = secret, Channel = channel, Mapping = mapping };
        faults.Add($"{Secret} is set, but neither {Channel} nor Incidents:AnnounceChannel: there is no channel in which incidents of alerts could be declared. Set one of them.");
        return null;
    }

    private IReadOnlyDictionary<string, Severity> ReadSeverities()
    {
        if (values.List(Severities).Count == 0) return AlertSettings.UsualSeverities;
        var severities = new Dictionary<string, Severity>(AlertSettings.UsualSeverities, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in values.List(Severities))
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } word, var level] && Declaration.SeverityOf(level) is { } severity) severities[word] = severity;
            else faults.Add($"{Severities} has \"{pair}\". It can have words of the monitoring with a severity each, and commas between them: critical=sev1, page=sev2, warning=sev3.");
        return severities;
    }

    private Severity ReadDeclareFrom(Severity fallback)
    {
        if (values.Value(DeclareFrom) is not { } written) return fallback;
        if (Declaration.SeverityOf(written) is { } severity) return severity;
        faults.Add($"{DeclareFrom} is \"{written}\". It can be sev1 to sev5: alerts that are less bad declare nothing.");
        return fallback;
    }

    private AlertMapping ReadMapping()
    {
        var defaults = new AlertMapping();
        return new()
        {
            Name = values.NotEmpty(Mapping + "Name", defaults.Name),
            Alerts = values.Value(Mapping + "Alerts") is { Length: > 0 } ? Path("Alerts", defaults.Title) : null,
            Title = Path("Title", defaults.Title),
            Status = Path("Status", defaults.Status),
            Fingerprint = Path("Fingerprint", defaults.Fingerprint),
            StartsAt = Path("StartsAt", defaults.StartsAt),
            Severity = Path("Severity", defaults.Severity),
            Service = Path("Service", defaults.Service),
            Url = Path("Url", defaults.Url),
            Firing = Words("Firing", defaults.Firing),
            Resolved = Words("Resolved", defaults.Resolved),
        };
    }

    private JsonPath Path(string name, JsonPath fallback)
    {
        if (values.Value(Mapping + name) is not { } written) return fallback;
        if (JsonPath.Read(written) is { } path) return path;
        faults.Add($"{Mapping}{name} is \"{written}\". It can be the way to one value, such as alert.name or $.alerts[0].name, without wildcards.");
        return fallback;
    }

    private IReadOnlyList<string> Words(string name, IReadOnlyList<string> fallback)
    {
        if (values.Value(Mapping + name) is null) return fallback;
        if (values.List(Mapping + name) is { Count: > 0 } words) return words;
        faults.Add($"{Mapping}{name} is empty. It can be words of the status with commas between them, such as {string.Join(", ", fallback.Take(2))}.");
        return fallback;
    }
}
