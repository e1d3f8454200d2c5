using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using LiteDB;

namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>The outbox: rows in the database, their order and due times in memory.</summary>
internal sealed class LiteDbOutbox : IOutbox
{
    private const string LastRow = "outbox";
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly LiteDbFile _file;
    private readonly TimeProvider _time;
    private readonly OutboxSchedule _schedule = new();
    private long _lastId; // touched by the writer thread only
    private int _parked;

    private LiteDbOutbox(LiteDbFile file, TimeProvider time)
    {
        _file = file;
        _time = time;
        file.Reopened += Load;
    }

    public static async Task<LiteDbOutbox> OpenAsync(LiteDbFile file, TimeProvider time, CancellationToken ct)
    {
        var outbox = new LiteDbOutbox(file, time);
        await file.WriteAsync(db =>
        {
            outbox.Load(db);
            return true;
        }, null, ct);
        return outbox;
    }

    public async Task<IReadOnlyList<OutboxRow>> NextAsync(int limit, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var now = _time.GetUtcNow();
            var ids = _schedule.Lease(limit, now, out var changed, out var nextDue);
            if (ids.Count > 0 && await ReadAsync(ids, ct) is { Count: > 0 } rows) return rows;
            if (ids.Count > 0) continue;
            var wait = nextDue is { } due && due - now < LongestWait ? due - now : LongestWait;
            await changed.WaitAsync(wait, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // by time or by cancelling: looked at above
        }
    }

    public Task DeliveredAsync(OutboxRow row, string? cardKey, MessageRef? message, CancellationToken ct) => UntilWrittenAsync(db =>
    {
        LiteDbText.Drop(db, db.GetCollection(LiteDbSchema.Outbox).FindById(row.Id));
        db.GetCollection(LiteDbSchema.Outbox).Delete(row.Id);
        if (cardKey is not null && message is not null) LiteDbCards.Stand(db, cardKey, message);
        return true;
    }, _ => _schedule.Remove(row.Id), ct);

    public Task StandsAsync(string cardKey, MessageRef message, CancellationToken ct) => UntilWrittenAsync(db =>
    {
        LiteDbCards.Stand(db, cardKey, message);
        return true;
    }, _ => { }, ct);

    public Task RetryAsync(OutboxRow row, DateTimeOffset dueAt, string error, CancellationToken ct) => UntilWrittenAsync(db =>
    {
        if (db.GetCollection(LiteDbSchema.Outbox).FindById(row.Id) is not { } document) return false;
        document["due"] = dueAt.UtcTicks;
        document["attempts"] = row.Attempts + 1;
        document["error"] = WellFormed.Of(error);
        return db.GetCollection(LiteDbSchema.Outbox).Update(document);
    }, _ => _schedule.Release(row.Id, dueAt), ct);

    public Task ParkAsync(OutboxRow row, string error, CancellationToken ct) => ParkAsync(row.Id, error, ct);

    public void Release(OutboxRow row) => _schedule.Release(row.Id);

    public Task<QueueDepth> DepthAsync(CancellationToken ct) => Task.FromResult(new QueueDepth(_schedule.Depth, Volatile.Read(ref _parked)));

    /// <summary>Writes rows inside a commit's transaction; they may be leased once <see cref="Committed"/> is told of them.</summary>
    public IReadOnlyList<OutboxEntry> Enqueue(ILiteDatabase db, IReadOnlyList<(string OrderKey, LiteDbText Text)> sayings, DateTimeOffset at)
    {
        if (sayings.Count == 0) return [];
        var entries = new List<OutboxEntry>(sayings.Count);
        foreach (var (orderKey, text) in sayings)
        {
            var document = new BsonDocument { ["_id"] = ++_lastId, ["order"] = orderKey, ["at"] = at.UtcTicks, ["due"] = at.UtcTicks, ["attempts"] = 0 };
            text.Into(db, document);
            db.GetCollection(LiteDbSchema.Outbox).Insert(document);
            entries.Add(new(_lastId, orderKey, at));
        }
        // Kept apart from the rows, which go: an id is never used twice, or a platform would take the second saying for a repeat.
        db.GetCollection(LiteDbSchema.Meta).Upsert(new BsonDocument { ["_id"] = LastRow, ["value"] = _lastId });
        return entries;
    }

    public void Committed(IReadOnlyList<OutboxEntry> entries)
    {
        if (entries.Count > 0) _schedule.Add(entries);
    }

    private void Load(ILiteDatabase db)
    {
        _lastId = Math.Max(_lastId, db.GetCollection(LiteDbSchema.Meta).FindById(LastRow)?["value"].AsInt64 ?? 0);
        _parked = db.GetCollection(LiteDbSchema.ParkedSayings).Count();
        _schedule.Add([.. db.GetCollection(LiteDbSchema.Outbox).Query().OrderBy("$._id").ToEnumerable()
            .Select(row => new OutboxEntry(row["_id"].AsInt64, row["order"].AsString, Time(row["due"]), MayBeTried: true))]);
    }

    private async Task<IReadOnlyList<OutboxRow>> ReadAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        try
        {
            var rows = new List<OutboxRow>(ids.Count);
            foreach (var (id, document, text) in await _file.ReadAsync(db => ids.Select(id => Find(db, id)).ToList(), ct))
            {
                if (text is null) _schedule.Remove(id); // it had its outcome, which a fault hid from us
                else if (Unreadable(text, out var saying) is { } why) await ParkAsync(id, why, ct);
                else rows.Add(new(id, saying!, Time(document["due"]), document["attempts"].AsInt32) { TriedSince = _schedule.MayBeTried(id) ? DecidedAt(document) : null });
            }
            return rows;
        }
        catch
        {
            foreach (var id in ids) _schedule.Release(id);
            throw;
        }
    }

    // Rows of earlier versions do not tell when they were decided.
    private static DateTimeOffset DecidedAt(BsonDocument document) => Time(document["at"] is { IsNull: false } at ? at : document["due"]);

    private static DateTimeOffset Time(BsonValue ticks) => new(ticks.AsInt64, TimeSpan.Zero);

    private static (long Id, BsonDocument Document, string? Text) Find(ILiteDatabase db, long id)
    {
        var document = db.GetCollection(LiteDbSchema.Outbox).FindById(id);
        return (id, document, LiteDbText.Of(db, LiteDbSchema.Outbox, document));
    }

    private static string? Unreadable(string text, out Saying? saying)
    {
        saying = null;
        try
        {
            saying = BotJson.Read<Saying>(text);
            return null;
        }
        catch (System.Text.Json.JsonException unknown)
        {
            return $"It was written by another version: {unknown.Message}";
        }
    }

    private Task ParkAsync(long id, string error, CancellationToken ct) => UntilWrittenAsync(db =>
    {
        if (db.GetCollection(LiteDbSchema.Outbox).FindById(id) is not { } document) return false;
        document["error"] = WellFormed.Of(error);
        db.GetCollection(LiteDbSchema.ParkedSayings).Upsert(document);
        return db.GetCollection(LiteDbSchema.Outbox).Delete(id);
    }, parked =>
    {
        if (parked) Interlocked.Increment(ref _parked);
        _schedule.Remove(id);
    }, ct);

    /// <summary>What has been said cannot be unsaid: its outcome is written as soon as the database can be written again.</summary>
    private async Task UntilWrittenAsync(Func<ILiteDatabase, bool> work, Action<bool> written, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await _file.WriteAsync(work, written, ct);
                return;
            }
            catch (StoreUnavailableException) when (!_file.Closed)
            {
                await Task.Delay(BetweenTries, _time, ct);
            }
        }
    }
}
