using System.IO.Compression;
using System.Text;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>A document's text. One that is too long for a document stands compressed in pieces of its own.</summary>
internal sealed class LiteDbText
{
    private const int LongestInline = 256 * 1024;
    private const int PieceBytes = 1024 * 1024;
    private const int MostReads = 8;

    private readonly string? _inline;
    private readonly string _pieces = Guid.NewGuid().ToString("N");
    private readonly byte[][] _content = [];

    public LiteDbText(string text)
    {
        text = WellFormed.Of(text);
        if (text.Length <= LongestInline) _inline = text;
        else _content = [.. Compressed(text).Chunk(PieceBytes)];
    }

    /// <summary>Puts the text into a document that is about to be written in this transaction.</summary>
    public void Into(ILiteDatabase db, BsonDocument document)
    {
        if (_inline is not null)
        {
            document["text"] = _inline;
            return;
        }
        var pieces = db.GetCollection(LiteDbSchema.Pieces);
        for (var number = 0; number < _content.Length; number++) pieces.Upsert(new BsonDocument { ["_id"] = IdOf(_pieces, number), ["content"] = _content[number] });
        document["pieces"] = _pieces;
        document["count"] = _content.Length;
    }

    /// <summary>Removes the pieces of a document that is about to be replaced or deleted.</summary>
    public static void Drop(ILiteDatabase db, BsonDocument? document)
    {
        if (document is null || !document.TryGetValue("pieces", out var pieces)) return;
        for (var number = 0; number < document["count"].AsInt32; number++) db.GetCollection(LiteDbSchema.Pieces).Delete(IdOf(pieces.AsString, number));
    }

    /// <summary>The text of a document that was just read. Null when it has been deleted since.</summary>
    public static string? Of(ILiteDatabase db, string collection, BsonDocument? document)
    {
        for (var reads = 0; reads < MostReads && document is not null; reads++)
        {
            if (document.TryGetValue("text", out var inline)) return inline.AsString;
            if (Joined(db, document) is { } whole) return whole;
            document = db.GetCollection(collection).FindById(document["_id"]); // replaced between the two reads
        }
        return document is null ? null : throw new InvalidDataException($"Pieces of {document["_id"]} in {collection} are missing.");
    }

    private static string? Joined(ILiteDatabase db, BsonDocument document)
    {
        using var all = new MemoryStream();
        for (var number = 0; number < document["count"].AsInt32; number++)
        {
            if (db.GetCollection(LiteDbSchema.Pieces).FindById(IdOf(document["pieces"].AsString, number)) is not { } piece) return null;
            all.Write(piece["content"].AsBinary);
        }
        all.Position = 0;
        using var reader = new StreamReader(new GZipStream(all, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string IdOf(string pieces, int number) => $"{pieces}|{Column.Of(number)}";

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
