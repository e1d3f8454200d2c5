using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>What is known of alerts when a notification of them is decided on.</summary>
/// <param name="Known">The alerts that it names.</param>
/// <param name="OfIncidents">All alerts of the incidents to which these or their group belong.</param>
/// <param name="OfGroup">The incident to which the group belonged last.</param>
/// <param name="Load">Null: nothing was declared or told yet.</param>
public sealed record AlertLedger(IReadOnlyList<Alert> Known, IReadOnlyList<Alert> OfIncidents, IncidentId? OfGroup, AlertLoad? Load)
{
    public static readonly AlertLedger Empty = new([], [], null, null);
}
