using System.Text.Json;
using IncidentBot.Core.Alerts;
using IncidentBot.Http;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>The webhook of Prometheus' Alertmanager, and of what speaks like it.</summary>
/// <remarks>https://prometheus.io/docs/alerting/latest/configuration/#webhook_config</remarks>
internal sealed class AlertmanagerFormat : AlertFormat
{
    public override string Adapter => "alertmanager";

    public override string Path => "/hooks/alertmanager";

    public override string Name => "Alertmanager";

    public override AlertReading Read(JsonElement body)
    {
        if (body.Part("alerts") is not { ValueKind: JsonValueKind.Array }) return "This is no notification of Alertmanager: it has no list “alerts”. Bodies of other systems go to /hooks/alerts.";
        HeardAlert[] alerts = [.. body.Items("alerts").Select(Alert).OfType<HeardAlert>()];
        return alerts.Length > 0 ? new Notification(body.Filled("groupKey") ?? body.Filled("receiver") ?? "", alerts) : "None of its alerts has labels and a status that is firing or resolved.";
    }

    private static HeardAlert? Alert(JsonElement alert)
    {
        if (alert.Part("labels") is not { ValueKind: JsonValueKind.Object } labels || alert.Text("status") is not ("firing" or "resolved")) return null;
        var notes = alert.Part("annotations") ?? default;
        var name = labels.Filled("alertname") ?? "";
        return new(Identity(alert.Filled("fingerprint") ?? Hash(Canonical(labels))), Cut(name)!, alert.Text("status") == "firing", Time(alert.Text("startsAt")))
        {
            EndsAt = Time(alert.Text("endsAt")),
            Summary = Cut(notes.Filled("summary") ?? notes.Filled("message") ?? notes.Filled("title")),
            Severity = Cut(labels.Filled("severity")),
            Service = Cut(labels.Filled("service") ?? labels.Filled("job")),
            Url = Cut(alert.Filled("generatorURL")),
        };
    }

    // As old versions have no fingerprint.
    private static string Canonical(JsonElement labels) => string.Join('\n', labels.EnumerateObject().Select(label => $"{label.Name}={label.Value}").Order(StringComparer.Ordinal));
}
