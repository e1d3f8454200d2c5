using System.Collections.Concurrent;
using IncidentBot.Core.Bot;

namespace IncidentBot.Teams;

/// <summary>Records of one kind: all in memory, each durable before it counts.</summary>
/// <param name="kind">What their keys begin with, e.g. <c>person/</c>.</param>
internal sealed class Remembered<T>(IAdapterRecords records, string kind) : IDisposable where T : class
{
    private readonly ConcurrentDictionary<string, T> _all = [];
    private readonly SemaphoreSlim _loading = new(1);
    private volatile bool _loaded;

    /// <summary>As far as they are loaded; every method here that waits loads them.</summary>
    public ICollection<T> All => _all.Values;

    /// <inheritdoc cref="All" />
    public T? Find(string key) => _all.GetValueOrDefault(key);

    /// <exception cref="StoreUnavailableException">They cannot be read now.</exception>
    public async ValueTask LoadAsync(CancellationToken ct)
    {
        if (_loaded) return;
        await _loading.WaitAsync(ct);
        try
        {
            if (_loaded) return;
            foreach (var (key, value) in await records.ReadAllAsync<T>(kind, ct)) _all.TryAdd(key[kind.Length..], value);
            _loaded = true;
        }
        finally
        {
            _loading.Release();
        }
    }

    public async ValueTask<T?> FindAsync(string key, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Find(key);
    }

    /// <summary>Costs nothing where nothing changes.</summary>
    public async ValueTask SaveAsync(string key, T value, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (value.Equals(Find(key))) return;
        await records.WriteAsync(kind + key, value, ct);
        _all[key] = value;
    }

    public async ValueTask RemoveAsync(string key, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Find(key) is null) return;
        await records.DropAsync(kind + key, ct);
        _all.TryRemove(key, out _);
    }

    public void Dispose() => _loading.Dispose();
}
