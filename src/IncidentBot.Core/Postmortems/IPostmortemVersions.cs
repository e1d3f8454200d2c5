using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems;

public interface IPostmortemVersions
{
    /// <summary>The published version of this number; null when there is none.</summary>
    Task<PostmortemVersion?> FindAsync(IncidentId incident, int number, CancellationToken ct);
}
