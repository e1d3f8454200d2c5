using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Reminders;

/// <summary>A resolved incident whose postmortem is not published although its days have passed.</summary>
/// <param name="Status">Null: nobody has started it.</param>
internal sealed record UnfinishedPostmortem(Incident Incident, PostmortemStatus? Status, DateTimeOffset ResolvedAt)
{
    public static IReadOnlyList<UnfinishedPostmortem> At(Standing standing, DateTimeOffset due)
    {
        var started = standing.Unpublished.ToDictionary(postmortem => postmortem.Incident, postmortem => (PostmortemStatus?)postmortem.Status);
        var unfinished =
            from incident in standing.Incidents.Values.Where(incident => started.ContainsKey(incident.Id)).Concat(standing.WithoutPostmortem)
            let resolved = incident.Reached(MilestoneKind.Resolved)?.At ?? incident.NewsAt ?? incident.DeclaredAt // its time may be unknown
            where incident is { IsOpen: false, PostmortemWaived: null } && resolved.AddDays(standing.Settings.PostmortemDueDays) <= due
            select new UnfinishedPostmortem(incident, started.GetValueOrDefault(incident.Id), resolved);
        return [.. unfinished];
    }
}
