using IncidentBot.Core.Bot;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>Reads documents of ours: JSON text plus version. Every result is materialised before it is returned; a cursor left open blocks the writer.</summary>
internal static class LiteDbRows
{
    /// <summary>The document of this id with the version it has.</summary>
    public static (T Value, int Version)? Find<T>(ILiteDatabase db, string collection, string key) where T : class =>
        Read<T>(db, collection, db.GetCollection(collection).FindById(LiteDbKey.Of(key)));

    /// <summary>The documents that there are of these ids, in one query.</summary>
    public static Dictionary<BsonValue, BsonDocument> FindMany(ILiteDatabase db, string collection, IEnumerable<BsonValue> ids)
    {
        var asked = new BsonArray(ids.Distinct());
        return asked.Count == 0 ? [] : db.GetCollection(collection).Find(BsonExpression.Create("$._id IN @0", asked)).ToDictionary(document => document["_id"]);
    }

    /// <summary>The values that there are of these keys, each with its version, in any order.</summary>
    public static List<(T Value, int Version)> FindMany<T>(ILiteDatabase db, string collection, IEnumerable<string> keys) where T : class =>
        [.. FindMany(db, collection, keys.Select(LiteDbKey.Of)).Values.Select(document => Read<T>(db, collection, document)).OfType<(T, int)>()];

    /// <summary>Documents whose field begins with a text, in the field's order.</summary>
    public static List<(T Value, int Version)> Range<T>(ILiteDatabase db, string collection, string field, string beginning, int limit = int.MaxValue, bool newestFirst = false) where T : class =>
        Range<T>(db, collection, field, LiteDbKey.Range(field, beginning), limit, newestFirst);

    public static List<(T Value, int Version)> Range<T>(ILiteDatabase db, string collection, string field, BsonExpression range, int limit = int.MaxValue, bool newestFirst = false) where T : class
    {
        var query = db.GetCollection(collection).Query().Where(range);
        var ordered = newestFirst ? query.OrderByDescending("$." + field) : query.OrderBy("$." + field);
        var found = new List<(T, int)>();
        foreach (var document in ordered.Limit(limit).ToList())
            if (Read<T>(db, collection, document) is { } row) found.Add(row);
        return found;
    }

    private static (T Value, int Version)? Read<T>(ILiteDatabase db, string collection, BsonDocument? document) where T : class =>
        LiteDbText.Of(db, collection, document) is { } text ? (BotJson.Read<T>(text), document!["version"].AsInt32) : null;
}
