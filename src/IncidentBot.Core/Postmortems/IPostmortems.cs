using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems;

public interface IPostmortems
{
    Task<Postmortem?> FindAsync(IncidentId incident, CancellationToken ct);

    /// <summary>Postmortems of every workspace that are not published, for scheduled work.</summary>
    Task<IReadOnlyList<Postmortem>> UnpublishedAsync(CancellationToken ct);
}
