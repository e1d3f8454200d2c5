using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Histories;

/// <summary>A room whose history matters now.</summary>
/// <param name="Beginning">From when on.</param>
public sealed record RoomToRead(Place Room, DateTimeOffset Beginning);

/// <summary>Which rooms may hold something that was missed and still matters: of incidents that are open, newly resolved, or under review.</summary>
public static class RoomsToRead
{
    private static readonly TimeSpan StillMatters = TimeSpan.FromDays(14);

    /// <param name="inReview">Incidents whose postmortem was started and is not published.</param>
    public static IReadOnlyList<RoomToRead> Of(IEnumerable<Incident> incidents, IReadOnlySet<IncidentId> inReview, DateTimeOffset now) =>
    [
        .. incidents.Where(incident => incident is { RoomGone: false, Room: not null } && (incident.IsOpen || inReview.Contains(incident.Id) || WasResolvedLately(incident, now)))
            .GroupBy(incident => incident.Room!)
            .Select(ofRoom => new RoomToRead(ofRoom.Key, ofRoom.Min(BeginningOf))),
    ];

    public static DateTimeOffset BeginningOf(Incident incident) => incident.HeardFrom ?? DateTimeOffset.UnixEpoch;

    private static bool WasResolvedLately(Incident incident, DateTimeOffset now) => (incident.Reached(MilestoneKind.Resolved)?.At ?? incident.DeclaredAt) > now - StillMatters;
}
