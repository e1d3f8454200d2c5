using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Alerts;

/// <summary>A monitoring system notified of a group of alerts. Comes again and again while they fire, perhaps from several instances, and not always in order.</summary>
/// <param name="By">The system.</param>
/// <param name="Place">The channel in which incidents of alerts are declared, as a setting gives it.</param>
/// <param name="Source">As in <see cref="Alert"/>.</param>
/// <param name="Group">What the system notifies of together, the same for each notification.</param>
public sealed record AlertsHeard(DateTimeOffset At, Person By, Place Place, string Source, string Group, IReadOnlyList<HeardAlert> Alerts) : ChatEvent(At, By, Place);

/// <summary>An alert as a notification has it.</summary>
/// <param name="StartsAt">Null where the system does not tell.</param>
public sealed record HeardAlert(string Fingerprint, string Name, bool Firing, DateTimeOffset? StartsAt)
{
    public DateTimeOffset? EndsAt { get; init; }

    public string? Summary { get; init; }

    public string? Severity { get; init; }

    public string? Service { get; init; }

    public string? Url { get; init; }
}
