using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;
using IncidentBot.Storage.LiteDb.Queues;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>One commit, made ready on the caller's thread: what can fail by its own fault fails there.</summary>
internal sealed class LiteDbCommit
{
    private readonly List<Row> _rows;
    private readonly IReadOnlyList<(string OrderKey, LiteDbText Text)> _sayings;
    private readonly IReadOnlyList<string> _deliveries;
    private readonly IReadOnlyList<BsonValue> _once;
    private readonly Commit _commit;
    private readonly DateTimeOffset _now;

    public LiteDbCommit(Commit commit, DateTimeOffset now)
    {
        _commit = commit;
        _now = now;
        _rows = [.. commit.Decision.Save.Select(Of), .. commit.Decision.Record.Select(Of)];
        _sayings = [.. commit.Decision.Say.Select(saying => (WellFormed.Of(saying.OrderKey), new LiteDbText(BotJson.Write(saying))))];
        _deliveries = [.. commit.Deliveries.Select(delivery => delivery.Id).Distinct()];
        _once = [.. commit.Decision.Once.Distinct().Select(LiteDbKey.Of)];
        if (_rows.CountBy(row => (row.Collection, row.Id)).FirstOrDefault(row => row.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"A decision saves {twice.Key} twice; one of the two would be lost.", nameof(commit));
    }

    /// <summary>Checks first, then writes; a commit that is void for a once-key still settles its deliveries.</summary>
    public Outcome Apply(ILiteDatabase db, LiteDbOutbox outbox)
    {
        var done = LiteDbDeliveries.DoneAmong(db, _deliveries);
        if (done.Count > 0) return new(CommitResult.AlreadyDone, done, []);
        if (LiteDbRows.FindMany(db, LiteDbSchema.Once, _once).Count > 0)
        {
            LiteDbDeliveries.MarkDone(db, _deliveries, _now);
            return new(CommitResult.AlreadyDone, _deliveries, []);
        }
        var standing = _rows.GroupBy(row => row.Collection).ToDictionary(rows => rows.Key, rows => LiteDbRows.FindMany(db, rows.Key, rows.Select(row => row.Id)));
        if (_rows.Exists(row => (standing[row.Collection].GetValueOrDefault(row.Id)?["version"].AsInt32 ?? 0) != row.Version)) return new(CommitResult.Conflict, [], []);

        foreach (var row in _rows) Write(db, row, standing[row.Collection].GetValueOrDefault(row.Id));
        db.GetCollection(LiteDbSchema.Once).Insert(_once.Select(key => new BsonDocument { ["_id"] = key }));
        LiteDbDeliveries.MarkDone(db, _deliveries, _now);
        return new(CommitResult.Done, _deliveries, outbox.Enqueue(db, _sayings, _commit.At));
    }

    private static void Write(ILiteDatabase db, Row row, BsonDocument? standing)
    {
        var document = new BsonDocument { ["_id"] = row.Id, ["version"] = row.Version + 1 };
        foreach (var (column, value) in row.Columns) document[column] = value;
        row.Text.Into(db, document);
        LiteDbText.Drop(db, standing);
        if (standing is null) db.GetCollection(row.Collection).Insert(document);
        else db.GetCollection(row.Collection).Update(document);
    }

    private static Row Of(IAggregate aggregate)
    {
        var stored = StoredAggregate.Of(aggregate);
        return new(stored.Kind, LiteDbKey.Of(stored.Key), stored.Version, new(stored.Json), [.. stored.Columns.Select(column => (column.Key, column.Value is { } text ? LiteDbKey.Of(text) : BsonValue.Null))]);
    }

    private static Row Of(TimelineEntry entry) => new(LiteDbSchema.Timeline, LiteDbKey.Of(entry.Key), entry.Version, new(BotJson.Write(entry)), [(LiteDbTimeline.Sort, LiteDbKey.Of(entry.SortKey))]);

    private sealed record Row(string Collection, BsonValue Id, int Version, LiteDbText Text, IReadOnlyList<(string Column, BsonValue Value)> Columns);

    /// <param name="Settled">Deliveries that need no more work.</param>
    internal sealed record Outcome(CommitResult Result, IReadOnlyList<string> Settled, IReadOnlyList<OutboxEntry> Said);
}
