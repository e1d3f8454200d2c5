using System.Text.Json;
using IncidentBot.Core.Bot;

namespace IncidentBot.Teams;

/// <summary>What this adapter remembers, as values.</summary>
internal static class TeamsRecords
{
    public const string Adapter = "teams";

    /// <summary>Null where nothing was saved, and for what a later version wrote otherwise.</summary>
    public static async Task<T?> ReadAsync<T>(this IAdapterRecords records, string key, CancellationToken ct) where T : class =>
        await records.FindAsync(Adapter, key, ct) is { } json ? Read<T>(json) : null;

    /// <summary>Those whose keys begin with the prefix, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, T>> ReadAllAsync<T>(this IAdapterRecords records, string prefix, CancellationToken ct) where T : class =>
        (await records.ListAsync(Adapter, prefix, ct)).Select(record => (record.Key, Value: Read<T>(record.Value))).Where(record => record.Value is not null).ToDictionary(record => record.Key, record => record.Value!);

    public static Task WriteAsync<T>(this IAdapterRecords records, string key, T value, CancellationToken ct) where T : class => records.SaveAsync(Adapter, key, BotJson.Write(value), ct);

    public static Task DropAsync(this IAdapterRecords records, string key, CancellationToken ct) => records.RemoveAsync(Adapter, key, ct);

    private static T? Read<T>(string json) where T : class
    {
        try
        {
            return BotJson.Read<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
