using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>An alert of a monitoring system as it was last heard, and the incident that it belongs to.</summary>
/// <remarks>One and the same over all its starts: firing again is a later <see cref="StartsAt"/>, not another alert.</remarks>
public sealed record Alert : IAggregate
{
    /// <summary>The incidents' workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Which system told of it, e.g. <c>alertmanager</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The system's own identity of it, the same on every start.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the system notifies of together.</summary>
    public required string Group { get; init; }

    public required string Name { get; init; }

    /// <summary>In a sentence, where the rule has one.</summary>
    public string? Summary { get; init; }

    /// <summary>The system's word for how bad it is.</summary>
    public string? Severity { get; init; }

    public string? Service { get; init; }

    /// <summary>Where its expression or page can be seen.</summary>
    public string? Url { get; init; }

    /// <summary>When it last began to fire.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When that was over; null: it fires.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Null: it belongs to none.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>It would have declared an incident, had there not been too many, or another one in the chat: it may still.</summary>
    public bool Held { get; init; }

    public int Version { get; init; }

    public bool IsFiring => EndsAt is null;

    string IAggregate.Key => KeyOf(Workspace, Source, Fingerprint);

    public static string KeyOf(string workspace, string source, string fingerprint) => $"{workspace}|{source}|{fingerprint}";
}
