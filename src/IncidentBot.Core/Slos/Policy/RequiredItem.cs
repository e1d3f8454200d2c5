using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>What the rule for large incidents asks of an incident's postmortem: to be published, with a P0 action item.</summary>
internal static class RequiredItem
{
    public static bool Has(IEnumerable<ActionItem> items) => items.Any(item => item is { Priority: Priority.P0, Status: not ActionItemStatus.Dropped });

    public static bool IsFulfilled(Postmortem? review, IEnumerable<ActionItem> items) => review is { Publications.Count: > 0 } && Has(items);

    /// <summary>Rules that stand for the incident, those that were set aside included.</summary>
    public static IEnumerable<Consequence> Rules(Incident incident, Situation now) =>
        now.Slos.Consequences.Where(one => one is { Rule: PolicyRule.LargeIncident, Stands: true } && one.Incident == incident.Id);

    /// <summary>The rules that a postmortem without a P0 item does not meet; empty: nothing is missing.</summary>
    public static IReadOnlyList<Consequence> Missing(Incident incident, Situation now) =>
        Has(now.ActionItems) ? [] : [.. Rules(incident, now).Where(one => one.Override is null)];
}
