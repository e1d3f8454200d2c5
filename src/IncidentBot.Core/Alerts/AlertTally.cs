namespace IncidentBot.Core.Alerts;

/// <summary>How the alerts of an incident stand.</summary>
public sealed record AlertTally(int Firing, int Resolved)
{
    public static AlertTally Of(IReadOnlyCollection<Alert> alerts) => new(alerts.Count(alert => alert.IsFiring), alerts.Count(alert => !alert.IsFiring));
}
