using IncidentBot.Core.Chat;
using IncidentBot.Core.Reflection;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbReflections(LiteDbFile file) : IReflections
{
    public Task<ReflectionRound?> FindAsync(RoundId id, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<ReflectionRound>(db, StoredAggregate.Reflections, id.Key) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<ReflectionRound>> InChannelAsync(ChannelRef channel, CancellationToken ct) => file.ReadAsync<IReadOnlyList<ReflectionRound>>(db =>
        [.. LiteDbRows.Range<ReflectionRound>(db, StoredAggregate.Reflections, Column.Room, Column.Beginning(Column.Of(new Place(channel))), newestFirst: true).Select(Versioned)], ct);

    private static ReflectionRound Versioned((ReflectionRound Value, int Version) row) => row.Value with { Version = row.Version };
}
