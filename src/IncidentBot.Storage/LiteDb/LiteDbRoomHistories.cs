using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbRoomHistories(LiteDbFile file) : IRoomHistories
{
    public Task<RoomHistory?> FindAsync(Place room, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<RoomHistory>(db, StoredAggregate.RoomHistories, room.ToString()) is { } row ? row.Value with { Version = row.Version } : null, ct);
}
