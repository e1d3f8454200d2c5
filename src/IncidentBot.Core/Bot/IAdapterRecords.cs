namespace IncidentBot.Core.Bot;

/// <summary>What an adapter must remember between restarts, such as where a conversation is reached. Last write wins; nothing of an incident stands here.</summary>
public interface IAdapterRecords
{
    /// <summary>The JSON that was saved last under the key; null for none.</summary>
    Task<string?> FindAsync(string adapter, string key, CancellationToken ct);

    /// <summary>All records of the adapter whose keys begin with the prefix, by key.</summary>
    Task<IReadOnlyDictionary<string, string>> ListAsync(string adapter, string prefix, CancellationToken ct);

    /// <summary>Durable when it returns.</summary>
    /// <exception cref="StoreUnavailableException">It was not saved.</exception>
    Task SaveAsync(string adapter, string key, string json, CancellationToken ct);

    /// <inheritdoc cref="SaveAsync" />
    Task RemoveAsync(string adapter, string key, CancellationToken ct);
}
