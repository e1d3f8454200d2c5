using IncidentBot.Core.Bot;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbAdapterRecords(LiteDbFile file) : IAdapterRecords
{
    private const string Key = "key";

    public Task<string?> FindAsync(string adapter, string key, CancellationToken ct) => file.ReadAsync(db =>
        LiteDbText.Of(db, LiteDbSchema.AdapterRecords, db.GetCollection(LiteDbSchema.AdapterRecords).FindById(IdOf(adapter, key))), ct);

    public Task<IReadOnlyDictionary<string, string>> ListAsync(string adapter, string prefix, CancellationToken ct) => file.ReadAsync<IReadOnlyDictionary<string, string>>(db =>
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var beginning = LiteDbKey.Beginning(Column.Beginning(adapter) + prefix); // of a long key, the id keeps only the beginning
        foreach (var document in db.GetCollection(LiteDbSchema.AdapterRecords).Query().Where(LiteDbKey.Range("_id", beginning)).ToList())
            if (document[Key].AsString is var key && key.StartsWith(prefix, StringComparison.Ordinal) && LiteDbText.Of(db, LiteDbSchema.AdapterRecords, document) is { } json)
                found[key] = json;
        return found;
    }, ct);

    public Task SaveAsync(string adapter, string key, string json, CancellationToken ct)
    {
        var text = new LiteDbText(json);
        return file.WriteAsync(db =>
        {
            var document = new BsonDocument { ["_id"] = IdOf(adapter, key), [Key] = WellFormed.Of(key) };
            text.Into(db, document);
            var records = db.GetCollection(LiteDbSchema.AdapterRecords);
            LiteDbText.Drop(db, records.FindById(document["_id"]));
            return records.Upsert(document);
        }, null, ct);
    }

    public Task RemoveAsync(string adapter, string key, CancellationToken ct) => file.WriteAsync(db =>
    {
        var records = db.GetCollection(LiteDbSchema.AdapterRecords);
        LiteDbText.Drop(db, records.FindById(IdOf(adapter, key)));
        return records.Delete(IdOf(adapter, key));
    }, null, ct);

    private static BsonValue IdOf(string adapter, string key) => LiteDbKey.Of(Column.Joined(adapter, key));
}
