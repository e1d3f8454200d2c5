using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>What becomes of alerts.</summary>
public sealed record AlertSettings
{
    /// <summary>What usual words for how bad an alert is mean.</summary>
    public static readonly IReadOnlyDictionary<string, Severity> UsualSeverities = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase)
    {
        ["critical"] = Severity.Sev1,
        ["page"] = Severity.Sev2,
        ["error"] = Severity.Sev2,
        ["high"] = Severity.Sev2,
        ["warning"] = Severity.Sev3,
        ["medium"] = Severity.Sev3,
        ["low"] = Severity.Sev4,
        ["notice"] = Severity.Sev5,
        ["info"] = Severity.Sev5,
        ["none"] = Severity.Sev5,
    };

    /// <summary>The channel in which incidents of alerts are declared; null: that of announcements.</summary>
    public string? Channel { get; init; }

    /// <summary>By the system's word, without regard to case.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = UsualSeverities;

    /// <summary>Alerts that are less bad declare nothing.</summary>
    public Severity DeclareFrom { get; init; } = Severity.Sev3;

    /// <summary>How many incidents alerts may declare within an hour.</summary>
    public int MostPerHour { get; init; } = 10;

    /// <summary>An alert that fires again so soon after its incident was resolved is told of there and declares no other.</summary>
    public TimeSpan AgainWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Null: the word says nothing, or nobody said one.</summary>
    public Severity? SeverityOf(string? word) => word is not null && Severities.TryGetValue(word.Trim(), out var severity) ? severity : Declaration.SeverityOf(word ?? "");
}
