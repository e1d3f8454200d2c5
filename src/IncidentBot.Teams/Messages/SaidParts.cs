using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Messages;

/// <summary>Which messages of a card that needs several stand already, so that a later try goes on behind them.</summary>
internal sealed class SaidParts(IAdapterRecords records, TimeProvider time)
{
    /// <summary>Longer than an outbox tries.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private const string Prefix = "said/";

    public async Task<IReadOnlyList<string>> FindAsync(SayingKey key, CancellationToken ct) =>
        key.TriedSince is not null && await records.ReadAsync<Parts>(Prefix + key.Value, ct) is { } parts ? parts.Ids : [];

    public async Task SaveAsync(SayingKey key, IReadOnlyList<string> ids, CancellationToken ct)
    {
        if (ids.Count == 1) await ClearAsync(ct);
        await records.WriteAsync(Prefix + key.Value, new Parts(ids, time.GetUtcNow()), ct);
    }

    private async Task ClearAsync(CancellationToken ct)
    {
        foreach (var (key, parts) in await records.ReadAllAsync<Parts>(Prefix, ct))
            if (time.GetUtcNow() - parts.At > Kept) await records.DropAsync(key, ct);
    }

    private sealed record Parts(IReadOnlyList<string> Ids, DateTimeOffset At);
}
