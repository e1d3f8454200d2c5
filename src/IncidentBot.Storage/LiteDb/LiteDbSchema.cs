using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>The fixed set of collections, and what each is looked up by.</summary>
/// <remarks>All are made before anything reads: LiteDB 5.0 breaks when a collection is created beside readers.</remarks>
internal static class LiteDbSchema
{
    public const string Format = "1";

    public const string Meta = "meta";
    public const string Done = "done";
    public const string ParkedDeliveries = "parked_deliveries";
    public const string Once = "once";
    public const string Timeline = "timeline";
    public const string Outbox = "outbox";
    public const string ParkedSayings = "parked_sayings";
    public const string Cards = "cards";
    public const string CardMessages = "card_messages";
    public const string Pieces = "pieces";
    public const string AdapterRecords = "adapter_records";
    public const string WebPeople = "web_people";
    public const string WebChannels = "web_channels";
    public const string WebMessages = "web_messages";
    public const string WebContents = "web_contents";
    public const string WebDeliveries = "web_deliveries";

    private static readonly Dictionary<string, string[]> Indexes = new()
    {
        [Meta] = [],
        [StoredAggregate.Incidents] = [Column.Room, Column.Listed, Column.State],
        [StoredAggregate.Postmortems] = [Column.State],
        [StoredAggregate.PostmortemVersions] = [],
        [StoredAggregate.ActionItems] = [Column.Listed, Column.State, Column.Incident, Column.Source, Column.Ticket],
        [StoredAggregate.LuckyBreaks] = [Column.Listed, Column.Incident, Column.Due],
        [StoredAggregate.Reflections] = [Column.Room],
        [StoredAggregate.SloStates] = [],
        [StoredAggregate.BudgetCharges] = [Column.Slo, Column.Incident],
        [StoredAggregate.Consequences] = [Column.Slo, Column.State],
        [StoredAggregate.Alerts] = [Column.Group, Column.Incident],
        [StoredAggregate.AlertLoads] = [],
        [StoredAggregate.Counters] = [],
        [StoredAggregate.RoomHistories] = [],
        [Timeline] = ["sort"],
        [Done] = ["at"],
        [ParkedDeliveries] = [],
        [Once] = [],
        [Outbox] = [],
        [ParkedSayings] = [],
        [Cards] = [],
        [CardMessages] = [],
        [Pieces] = [],
        [AdapterRecords] = [],
        [WebPeople] = [],
        [WebChannels] = [],
        [WebMessages] = ["top", "reply", "key"],
        [WebContents] = [],
        [WebDeliveries] = ["order"],
    };

    /// <summary>Checks the format and makes what is missing.</summary>
    /// <exception cref="UnknownStoreFormatException">A newer or foreign version wrote it; nothing was changed.</exception>
    public static void Prepare(ILiteDatabase db, string path)
    {
        if (db.CollectionExists(Meta))
        {
            var found = db.GetCollection(Meta).FindById("format")?["value"].AsString ?? "unknown";
            if (found != Format) throw new UnknownStoreFormatException(path, found, Format);
        }
        else if (db.GetCollectionNames().Any())
        {
            throw new UnknownStoreFormatException(path, "unknown", Format);
        }
        var known = db.GetCollectionNames().ToHashSet();
        foreach (var (name, columns) in Indexes)
        {
            var collection = db.GetCollection(name);
            if (!known.Contains(name))
            {
                collection.Insert(new BsonDocument { ["_id"] = "created" }); // LiteDB makes a collection with its first document only
                collection.Delete("created");
            }
            foreach (var column in columns) collection.EnsureIndex(column, $"$.{column}");
        }
        if (db.GetCollection(Meta).FindById("format") is null) db.GetCollection(Meta).Insert(new BsonDocument { ["_id"] = "format", ["value"] = Format });
        db.Checkpoint();
    }
}
