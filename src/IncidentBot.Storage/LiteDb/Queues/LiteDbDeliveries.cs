using IncidentBot.Core.Bot;
using LiteDB;

namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>Which deliveries need no more work: done by a commit, or parked.</summary>
internal sealed class LiteDbDeliveries(LiteDbFile file)
{
    /// <summary>How long the id of a done delivery is known, so that a late redelivery is recognised. Platforms redeliver within hours.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);
    private static readonly TimeSpan ClockSteps = TimeSpan.FromDays(1);
    private const int PrunedAtOnce = 1000;

    /// <summary>Tells of an id whether it was done since a time.</summary>
    public async Task<Func<string, bool>> DoneSinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        var done = await file.ReadAsync(db => db.GetCollection(LiteDbSchema.Done).Find(AtRange(since.UtcTicks, long.MaxValue)).Select(one => one["_id"]).ToHashSet(), ct);
        return id => done.Contains(LiteDbKey.Of(id));
    }

    public Task<IReadOnlyList<string>> ParkedAsync(CancellationToken ct) => file.ReadAsync<IReadOnlyList<string>>(db =>
        [.. db.GetCollection(LiteDbSchema.ParkedDeliveries).FindAll().Select(parked => parked["id"].AsString)], ct);

    public Task ParkAsync(Delivery delivery, string error, DateTimeOffset at, Action parked, CancellationToken ct)
    {
        var text = new LiteDbText(BotJson.Write(delivery));
        return file.WriteAsync(db =>
        {
            var document = new BsonDocument { ["_id"] = LiteDbKey.Of(delivery.Id), ["id"] = WellFormed.Of(delivery.Id), ["at"] = at.UtcTicks, ["error"] = WellFormed.Of(error) };
            text.Into(db, document);
            LiteDbText.Drop(db, db.GetCollection(LiteDbSchema.ParkedDeliveries).FindById(document["_id"]));
            return db.GetCollection(LiteDbSchema.ParkedDeliveries).Upsert(document);
        }, _ => parked(), ct);
    }

    /// <summary>Forgets ids that were done so long ago that nobody delivers them again. Those that the journal may still replay are newer than <paramref name="journalSince"/>.</summary>
    public async Task PruneAsync(DateTimeOffset now, DateTimeOffset? journalSince, CancellationToken ct)
    {
        var before = now - Remembered;
        if (journalSince is { } since && since - ClockSteps < before) before = since - ClockSteps;
        while (await file.WriteAsync(db => Prune(db, before.UtcTicks), null, ct) == PrunedAtOnce)
            ct.ThrowIfCancellationRequested();
    }

    /// <summary>Which of these a commit has done.</summary>
    public static IReadOnlyList<string> DoneAmong(ILiteDatabase db, IReadOnlyList<string> ids)
    {
        var found = LiteDbRows.FindMany(db, LiteDbSchema.Done, ids.Select(LiteDbKey.Of));
        return found.Count == 0 ? [] : [.. ids.Where(id => found.ContainsKey(LiteDbKey.Of(id)))];
    }

    /// <summary>Writes inside a commit's transaction, for deliveries that are not done yet.</summary>
    public static void MarkDone(ILiteDatabase db, IReadOnlyList<string> ids, DateTimeOffset at) =>
        db.GetCollection(LiteDbSchema.Done).Insert(ids.Select(id => new BsonDocument { ["_id"] = LiteDbKey.Of(id), ["at"] = at.UtcTicks }));

    private static int Prune(ILiteDatabase db, long before)
    {
        var done = db.GetCollection(LiteDbSchema.Done);
        var old = done.Query().Where(AtRange(0, before)).Limit(PrunedAtOnce).ToList();
        foreach (var document in old) done.Delete(document["_id"]);
        return old.Count;
    }

    private static BsonExpression AtRange(long from, long to) => BsonExpression.Create("$.at BETWEEN @0 AND @1", from, to);
}
