using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>Reads incidents. What it returns is a snapshot; saving it goes through the commit and its version.</summary>
public interface IIncidents
{
    Task<Incident?> FindAsync(IncidentId id, CancellationToken ct);

    /// <summary>The incidents whose room this place is: the thread itself, or else the channel around it. Newest first; a room may serve several, one after another.</summary>
    Task<IReadOnlyList<Incident>> InRoomAsync(Place place, CancellationToken ct);

    /// <summary>The incidents whose room is this channel or a thread of it, newest first.</summary>
    Task<IReadOnlyList<Incident>> InChannelAsync(ChannelRef channel, CancellationToken ct);

    /// <summary>Incidents of a workspace, newest first.</summary>
    Task<IReadOnlyList<Incident>> ListAsync(string workspace, IncidentQuery query, CancellationToken ct);

    /// <summary>Incidents of every workspace that are open, for scheduled work.</summary>
    Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken ct);

    /// <summary>Incidents of every workspace that are resolved, for scheduled work. Asked for once a week or so.</summary>
    Task<IReadOnlyList<Incident>> ResolvedAsync(CancellationToken ct);
}

/// <param name="Text">Words to find in title, service or label; empty for all.</param>
public sealed record IncidentQuery(bool OpenOnly, string Text = "", int Limit = 50)
{
    /// <summary>Enough to choose from when some are private.</summary>
    public const int Many = 1000;
}
