using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbCards(LiteDbFile file) : ICards
{
    public Task<MessageRef?> MessageAsync(string key, CancellationToken ct) => file.ReadAsync(db =>
        db.GetCollection(LiteDbSchema.Cards).FindById(LiteDbKey.Of(key)) is { } card ? BotJson.Read<MessageRef>(card["message"].AsString) : null, ct);

    public Task<string?> KeyAsync(MessageRef message, CancellationToken ct) => file.ReadAsync(db =>
        db.GetCollection(LiteDbSchema.CardMessages).FindById(LiteDbKey.Of(Column.Of(message)))?["key"].AsString, ct);

    /// <summary>The message stands for the card from now on. An earlier message of the card stays known as one: people may still reply under it.</summary>
    public static void Stand(ILiteDatabase db, string key, MessageRef message)
    {
        db.GetCollection(LiteDbSchema.Cards).Upsert(new BsonDocument { ["_id"] = LiteDbKey.Of(key), ["message"] = BotJson.Write(message) });
        db.GetCollection(LiteDbSchema.CardMessages).Upsert(new BsonDocument { ["_id"] = LiteDbKey.Of(Column.Of(message)), ["key"] = WellFormed.Of(key) });
    }
}
