using System.Collections.Concurrent;
using IncidentBot.Core.Bot;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>What the adapter remembers, in memory.</summary>
internal sealed class KeptRecords : IAdapterRecords
{
    private readonly ConcurrentDictionary<(string Adapter, string Key), string> _all = [];

    public Task<string?> FindAsync(string adapter, string key, CancellationToken ct) => Task.FromResult(_all.GetValueOrDefault((adapter, key)));

    public Task<IReadOnlyDictionary<string, string>> ListAsync(string adapter, string prefix, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(_all.Where(one => one.Key.Adapter == adapter && one.Key.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(one => one.Key.Key, one => one.Value));

    public Task SaveAsync(string adapter, string key, string json, CancellationToken ct)
    {
        _all[(adapter, key)] = json;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string adapter, string key, CancellationToken ct)
    {
        _all.TryRemove((adapter, key), out _);
        return Task.CompletedTask;
    }
}
