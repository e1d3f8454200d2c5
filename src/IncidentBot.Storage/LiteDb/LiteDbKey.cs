using System.Security.Cryptography;
using System.Text;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>Ids and indexed values that LiteDB takes: at most 1023 bytes of well-formed text.</summary>
internal static class LiteDbKey
{
    private const int MostBytes = 900;
    private const int KeptChars = MostBytes / 3 - 2 * SHA256.HashSizeInBytes;

    /// <summary>The text itself; a longer one keeps its beginning and is told from others by its hash.</summary>
    public static BsonValue Of(string text)
    {
        text = WellFormed.Of(text);
        if (text.Length <= MostBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MostBytes) return text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return WellFormed.Of(text[..KeptChars]) + hash;
    }

    /// <summary>What the ids of all texts have in common that begin like this, whether they were shortened or not.</summary>
    public static string Beginning(string text) => WellFormed.Of(text) is var whole && whole.Length <= KeptChars ? whole : whole[..(char.IsHighSurrogate(whole[KeptChars - 1]) ? KeptChars - 1 : KeptChars)];

    /// <summary>Documents whose field begins with this text, by the field's index.</summary>
    /// <remarks>BETWEEN with parameters: LiteDB scans everything for ">= and &lt;", and keeps a compiled expression for every text it sees.</remarks>
    public static BsonExpression Range(string field, string beginning) => Range(field, beginning, beginning + '\uffff');

    public static BsonExpression Range(string field, string from, string to) => BsonExpression.Create($"$.{field} BETWEEN @0 AND @1", from, to);
}
