using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Files;

/// <summary>Text files that people download from the program's own page: who knows a file's token may read it, for some time.</summary>
internal sealed class KeptFiles(IAdapterRecords records, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>In UTF-8.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const int PieceCharacters = 1024 * 1024; // A record must stay below what a document of the embedded store holds, 16 MB.
    private const int TokenBytes = 32;
    private const string OfSaying = "filekey/";
    private const string Files = "file/";
    private const string Texts = "filetext/";

    /// <summary>Keeps the file and returns its token; of one saying it is the same on every try.</summary>
    /// <exception cref="ChatException">It is too large.</exception>
    public async Task<string> KeepAsync(SayingKey key, string name, string content, CancellationToken ct)
    {
        if (await records.ReadAsync<string>(OfSaying + key.Value, ct) is { } standing) return standing;
        if (Encoding.UTF8.GetByteCount(content) > MostBytes) throw new ChatException(ChatFault.Refused, $"The file {name} is larger than the 8 MB that are kept for a download.");
        await ClearAsync(ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var pieces = 0;
        for (var at = 0; at < content.Length; pieces++)
        {
            var length = Math.Min(PieceCharacters, content.Length - at);
            if (at + length < content.Length && char.IsHighSurrogate(content[at + length - 1])) length--;
            await records.WriteAsync($"{Texts}{token}/{pieces}", content.Substring(at, length), ct);
            at += length;
        }
        await records.WriteAsync(Files + token, new KeptFile(name, pieces, time.GetUtcNow() + Kept), ct);
        await records.WriteAsync(OfSaying + key.Value, token, ct);
        return token;
    }

    /// <summary>The text of a file; null where there is none of this token and name, or no longer.</summary>
    public async Task<string?> ReadAsync(string token, string name, CancellationToken ct)
    {
        if (await records.ReadAsync<KeptFile>(Files + token, ct) is not { } file || file.Name != name || file.Until <= time.GetUtcNow()) return null;
        var text = new StringBuilder();
        for (var piece = 0; piece < file.Pieces; piece++) text.Append(await records.ReadAsync<string>($"{Texts}{token}/{piece}", ct));
        return text.ToString();
    }

    /// <summary>Removes what was kept long enough.</summary>
    private async Task ClearAsync(CancellationToken ct)
    {
        var gone = new HashSet<string>();
        foreach (var (key, file) in await records.ReadAllAsync<KeptFile>(Files, ct))
        {
            if (file.Until > time.GetUtcNow()) continue;
            var token = key[Files.Length..];
            for (var piece = 0; piece < file.Pieces; piece++) await records.DropAsync($"{Texts}{token}/{piece}", ct);
            await records.DropAsync(key, ct);
            gone.Add(token);
        }
        if (gone.Count == 0) return;
        foreach (var (key, token) in await records.ReadAllAsync<string>(OfSaying, ct))
            if (gone.Contains(token)) await records.DropAsync(key, ct);
    }
}
