using IncidentBot.Core.Bot;
using IncidentBot.Storage.WebChat;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>The browser chat's own collections in the same file.</summary>
internal sealed class LiteDbWebChat : IWebChatStore
{
    private const string Top = "top";
    private const string Reply = "reply";
    private const string Key = "key";
    private const string Order = "order";

    private readonly LiteDbFile _file;
    private long _lastDelivery; // touched by the writer thread only

    private LiteDbWebChat(LiteDbFile file) => _file = file;

    public static async Task<LiteDbWebChat> OpenAsync(LiteDbFile file, CancellationToken ct)
    {
        var last = await file.ReadAsync(db => db.GetCollection(LiteDbSchema.WebDeliveries).Query().OrderByDescending("$." + Order).FirstOrDefault()?[Order].AsInt64 ?? 0, ct);
        return new(file) { _lastDelivery = last };
    }

    public Task<IReadOnlyList<WebPerson>> PeopleAsync(CancellationToken ct) => AllAsync<WebPerson>(LiteDbSchema.WebPeople, ct);

    public Task<IReadOnlyList<WebChannel>> ChannelsAsync(CancellationToken ct) => AllAsync<WebChannel>(LiteDbSchema.WebChannels, ct);

    public Task<WebMessage?> FindAsync(string channel, string id, CancellationToken ct) =>
        _file.ReadAsync(db => LiteDbRows.Find<WebMessage>(db, LiteDbSchema.WebMessages, Column.Joined(channel, id))?.Value, ct);

    public Task<WebMessage?> FindByKeyAsync(string key, CancellationToken ct) =>
        _file.ReadAsync<WebMessage?>(db => LiteDbRows.Range<WebMessage>(db, LiteDbSchema.WebMessages, Key, LiteDbKey.Range(Key, LiteDbKey.Of(key), LiteDbKey.Of(key)), 1) is [var row] ? row.Value : null, ct);

    public async Task<IReadOnlyList<WebMessage>> PageAsync(string channel, string? before, int limit, CancellationToken ct)
    {
        var to = Column.Beginning(channel) + (before ?? "\uffff");
        var page = await RangeAsync(Top, Column.Beginning(channel), to, before is null ? limit : limit + 1, newestFirst: true, ct);
        return [.. page.Where(message => message.Id != before).Take(limit).Reverse()];
    }

    public async Task<IReadOnlyList<WebMessage>> RepliesAsync(string channel, string thread, CancellationToken ct) =>
        await RangeAsync(Reply, Column.Beginning(channel, thread), Column.Beginning(channel, thread) + '\uffff', int.MaxValue, newestFirst: false, ct);

    public async Task<IReadOnlyList<WebMessage>> AfterAsync(string channel, string? after, int limit, CancellationToken ct)
    {
        var page = await RangeAsync("_id", Column.Beginning(channel) + after, Column.Beginning(channel) + '\uffff', after is null ? limit : limit + 1, newestFirst: false, ct);
        return [.. page.Where(message => message.Id != after).Take(limit)];
    }

    public Task<string?> ContentAsync(string id, CancellationToken ct) =>
        _file.ReadAsync(db => LiteDbText.Of(db, LiteDbSchema.WebContents, db.GetCollection(LiteDbSchema.WebContents).FindById(LiteDbKey.Of(id))), ct);

    public Task SaveAsync(WebChange change, CancellationToken ct)
    {
        List<(string Collection, BsonDocument Document, LiteDbText Text)> rows =
        [
            .. change.People.Select(person => (LiteDbSchema.WebPeople, Document(person.Id), Text(person))),
            .. change.Channels.Select(channel => (LiteDbSchema.WebChannels, Document(channel.Id), Text(channel))),
            .. change.Messages.Select(message => (LiteDbSchema.WebMessages, Document(message), Text(message))),
            .. change.Contents.Select(content => (LiteDbSchema.WebContents, Document(content.Key), new LiteDbText(content.Value))),
            .. change.Deliveries.Select(delivery => (LiteDbSchema.WebDeliveries, Document(delivery.Id), Text(delivery))),
        ];
        return _file.WriteAsync(db =>
        {
            foreach (var (collection, document, text) in rows)
            {
                if (collection == LiteDbSchema.WebDeliveries) document[Order] = ++_lastDelivery;
                text.Into(db, document);
                LiteDbText.Drop(db, db.GetCollection(collection).FindById(document["_id"]));
                db.GetCollection(collection).Upsert(document);
            }
            return true;
        }, null, ct);
    }

    public Task<IReadOnlyList<Delivery>> NotHandedOverAsync(CancellationToken ct) => _file.ReadAsync<IReadOnlyList<Delivery>>(db =>
        [.. LiteDbRows.Range<Delivery>(db, LiteDbSchema.WebDeliveries, Order, BsonExpression.Create("$.order BETWEEN @0 AND @1", 0L, long.MaxValue)).Select(row => row.Value)], ct);

    public Task HandedOverAsync(string deliveryId, CancellationToken ct) => _file.WriteAsync(db =>
    {
        var deliveries = db.GetCollection(LiteDbSchema.WebDeliveries);
        LiteDbText.Drop(db, deliveries.FindById(LiteDbKey.Of(deliveryId)));
        return deliveries.Delete(LiteDbKey.Of(deliveryId));
    }, null, ct);

    private async Task<IReadOnlyList<WebMessage>> RangeAsync(string field, string from, string to, int limit, bool newestFirst, CancellationToken ct)
    {
        var rows = await _file.ReadAsync(db => LiteDbRows.Range<WebMessage>(db, LiteDbSchema.WebMessages, field, LiteDbKey.Range(field, from, to), limit, newestFirst), ct);
        return [.. rows.Select(row => row.Value)];
    }

    private Task<IReadOnlyList<T>> AllAsync<T>(string collection, CancellationToken ct) where T : class => _file.ReadAsync<IReadOnlyList<T>>(db =>
        [.. LiteDbRows.Range<T>(db, collection, "_id", LiteDbKey.Range("_id", "", "\uffff")).Select(row => row.Value)], ct);

    private static LiteDbText Text<T>(T value) => new(BotJson.Write(value));

    private static BsonDocument Document(string id) => new() { ["_id"] = LiteDbKey.Of(id), ["version"] = 0 };

    private static BsonDocument Document(WebMessage message)
    {
        var document = Document(Column.Joined(message.Channel, message.Id));
        if (message.Thread is { } thread) document[Reply] = LiteDbKey.Of(Column.Joined(message.Channel, thread, message.Id));
        else document[Top] = LiteDbKey.Of(Column.Joined(message.Channel, message.Id));
        if (message.Key is { } key) document[Key] = LiteDbKey.Of(key);
        return document;
    }
}
