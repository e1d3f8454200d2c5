namespace IncidentBot.Monitoring.Alerts;

/// <summary>Who may post alerts, and how those of other systems than Alertmanager are read.</summary>
public sealed record AlertsOptions
{
    public const int ShortestSecret = 16;

    public required string Secret { get; init; }

    /// <summary>The channel in which their incidents are declared, as a setting gives it.</summary>
    public required string Channel { get; init; }

    public AlertMapping Mapping { get; init; } = new();

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"alerts to {Channel}";
}

/// <summary>Where the parts of an alert stand in a JSON body of any system.</summary>
public sealed record AlertMapping
{
    /// <summary>How the system is called where it stands for a person.</summary>
    public string Name { get; init; } = "Alerting";

    /// <summary>The array of alerts, to which all other paths belong; null: the body is one alert.</summary>
    public JsonPath? Alerts { get; init; }

    public JsonPath Title { get; init; } = JsonPath.Of("title");

    public JsonPath Status { get; init; } = JsonPath.Of("status");

    /// <summary>What is the same for each start of the same alert. Where the body has none, title and service are.</summary>
    public JsonPath Fingerprint { get; init; } = JsonPath.Of("fingerprint");

    public JsonPath StartsAt { get; init; } = JsonPath.Of("startsAt");

    public JsonPath Severity { get; init; } = JsonPath.Of("severity");

    public JsonPath Service { get; init; } = JsonPath.Of("service");

    public JsonPath Url { get; init; } = JsonPath.Of("url");

    /// <summary>What the status says while the alert fires, without regard to case.</summary>
    public IReadOnlyList<string> Firing { get; init; } = ["firing", "alerting", "triggered", "open", "active", "true"];

    public IReadOnlyList<string> Resolved { get; init; } = ["resolved", "ok", "closed", "normal", "inactive", "false"];
}
