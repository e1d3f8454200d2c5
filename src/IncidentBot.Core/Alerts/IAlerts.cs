using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>Reads what was heard of alerts.</summary>
public interface IAlerts
{
    /// <summary>Those that are known of these fingerprints, in any order.</summary>
    Task<IReadOnlyList<Alert>> FindAsync(string workspace, string source, IReadOnlyList<string> fingerprints, CancellationToken ct);

    /// <summary>Of the alerts of a group that belong to an incident, the one that began to fire last.</summary>
    Task<Alert?> LastOfGroupAsync(string workspace, string source, string group, CancellationToken ct);

    /// <summary>By when they began to fire.</summary>
    Task<IReadOnlyList<Alert>> OfIncidentAsync(IncidentId incident, CancellationToken ct);

    Task<AlertLoad?> LoadAsync(string workspace, CancellationToken ct);
}
