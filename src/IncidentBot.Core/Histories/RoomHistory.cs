using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Histories;

/// <summary>How far a room's own history has been read, so that a reading that was cut off goes on where it stood.</summary>
public sealed record RoomHistory : IAggregate
{
    public required Place Room { get; init; }

    /// <summary>Whatever was said before this time has been read at least once; null: nothing yet.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>The last whole readings, one an incident of the room; null: none yet.</summary>
    public IReadOnlyList<RoomCheck>? Checks { get; init; }

    public int Version { get; init; }

    public RoomCheck? CheckOf(Incidents.IncidentId incident) => Checks?.FirstOrDefault(check => check.Incident == incident);

    string IAggregate.Key => Room.ToString();
}

public interface IRoomHistories
{
    /// <summary>Null for a room whose history was never read.</summary>
    Task<RoomHistory?> FindAsync(Place room, CancellationToken ct);
}
