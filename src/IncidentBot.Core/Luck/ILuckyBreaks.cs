using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Luck;

public interface ILuckyBreaks
{
    Task<LuckyBreak?> FindAsync(LuckyBreakId id, CancellationToken ct);

    /// <summary>All of an incident, by number; those taken back too.</summary>
    Task<IReadOnlyList<LuckyBreak>> OfIncidentAsync(IncidentId incident, CancellationToken ct);

    /// <summary>Those of a workspace that were not taken back, newest first.</summary>
    Task<IReadOnlyList<LuckyBreak>> ListAsync(string workspace, int limit, CancellationToken ct);

    /// <summary>Accepted risks of every workspace whose review is due by this day, the day itself included; longest due first.</summary>
    Task<IReadOnlyList<LuckyBreak>> DueAsync(DateOnly day, CancellationToken ct);
}
