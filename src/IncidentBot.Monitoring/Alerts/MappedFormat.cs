using System.Text.Json;
using IncidentBot.Core.Alerts;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>JSON of any other system, read as the settings say.</summary>
internal sealed class MappedFormat(AlertMapping mapping) : AlertFormat
{
    public override string Adapter => "alerts";

    public override string Path => "/hooks/alerts";

    public override string Name => mapping.Name;

    public override AlertReading Read(JsonElement body)
    {
        if (mapping.Alerts is not { } list) return Of(body) switch { ({ } only, _) => new Notification(only.Fingerprint, [only]), (null, var why) => why! };
        if (list.In(body) is not { ValueKind: JsonValueKind.Array } items) return $"The body has no list at “{list}”, where Alerts:Mapping:Alerts says that its alerts are.";
        var alerts = new List<HeardAlert>();
        foreach (var item in items.EnumerateArray())
        {
            var (alert, refusal) = Of(item);
            if (alert is null) return refusal!;
            alerts.Add(alert);
        }
        return alerts.Count > 0 ? new Notification(Hash(string.Join('\n', alerts.Select(alert => alert.Fingerprint).Order(StringComparer.Ordinal))), alerts) : $"The list at “{list}” is empty.";
    }

    private (HeardAlert? Alert, string? Refusal) Of(JsonElement body)
    {
        if (mapping.Title.TextIn(body) is not { } title) return (null, $"The alert has no title at “{mapping.Title}”. The setting Alerts:Mapping:Title says where it stands.");
        if (mapping.Status.TextIn(body) is not { } status) return (null, $"The alert has no status at “{mapping.Status}”. The setting Alerts:Mapping:Status says where it stands.");
        var (firing, over) = (Has(mapping.Firing, status), Has(mapping.Resolved, status));
        if (!firing && !over) return (null, "The alert's status is none that is known. The settings Alerts:Mapping:Firing and Alerts:Mapping:Resolved name those that are.");
        var service = Cut(mapping.Service.TextIn(body));
        var startsAt = mapping.StartsAt.TextIn(body);
        if (startsAt is not null && Time(startsAt) is null) return (null, $"What stands at “{mapping.StartsAt}” is no time. It can be such as 2026-11-23T14:05:00Z, or seconds or milliseconds since 1970.");
        return (new(Identity(mapping.Fingerprint.TextIn(body) ?? Hash($"{title}\n{service}")), Cut(title)!, firing, Time(startsAt))
        {
            Severity = Cut(mapping.Severity.TextIn(body)),
            Service = service,
            Url = Cut(mapping.Url.TextIn(body)),
        }, null);
    }

    private static bool Has(IReadOnlyList<string> words, string status) => words.Contains(status, StringComparer.OrdinalIgnoreCase);
}
