using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Timeline;
using IncidentBot.Storage.LiteDb.Queues;

namespace IncidentBot.Storage.LiteDb;

/// <param name="settled">Told of deliveries that need no more work, once that is durable.</param>
internal sealed class LiteDbStore(LiteDbFile file, LiteDbOutbox outbox, TimeProvider time, Action<IReadOnlyList<string>> settled) : IStore
{
    public IIncidents Incidents { get; } = new LiteDbIncidents(file);

    public ITimeline Timeline { get; } = new LiteDbTimeline(file);

    public IPostmortems Postmortems { get; } = new LiteDbPostmortems(file);

    public IPostmortemVersions PostmortemVersions { get; } = new LiteDbPostmortemVersions(file);

    public IActionItems ActionItems { get; } = new LiteDbActionItems(file);

    public ILuckyBreaks LuckyBreaks { get; } = new LiteDbLuckyBreaks(file);

    public IReflections Reflections { get; } = new LiteDbReflections(file);

    public IErrorBudgets ErrorBudgets { get; } = new LiteDbErrorBudgets(file);

    public IAlerts Alerts { get; } = new LiteDbAlerts(file);

    public ICards Cards { get; } = new LiteDbCards(file);

    public IRoomHistories RoomHistories { get; } = new LiteDbRoomHistories(file);

    public Task<Counter> CounterAsync(string name, CancellationToken ct) => file.ReadAsync(db =>
        LiteDbRows.Find<Counter>(db, StoredAggregate.Counters, name) is { } row ? row.Value with { Version = row.Version } : new(name, 0, 0), ct);

    public Task<bool> HappenedAsync(string onceKey, CancellationToken ct) =>
        file.ReadAsync(db => db.GetCollection(LiteDbSchema.Once).FindById(LiteDbKey.Of(onceKey)) is not null, ct);

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        var prepared = new LiteDbCommit(commit, time.GetUtcNow());
        var outcome = await file.WriteAsync(db => prepared.Apply(db, outbox), done =>
        {
            outbox.Committed(done.Said);
            settled(done.Settled);
        }, ct);
        return outcome.Result;
    }
}
