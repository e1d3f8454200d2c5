using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Auth;

/// <summary>The Connector's keys, kept. A key that is not among them has them read again, which whoever posts to us can bring about: so not at once twice.</summary>
internal sealed class ConnectorKeys(KeyDownload download, TimeProvider time, ILogger<ConnectorKeys> log)
{
    /// <summary>Then they are read again while the old ones serve, as the documentation asks: at least once a day.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    /// <summary>How long they serve when they cannot be read again.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(5);

    public static readonly TimeSpan BetweenReadings = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile Known? _known;
    private volatile string? _fault;
    private Task<Known?>? _reading; // the last; null from it: it failed
    private long _began;

    /// <summary>What is wrong, in a sentence for an operator; null when all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Null: the Connector has no key of this id.</summary>
    /// <exception cref="KeysUnavailableException">That cannot be told now.</exception>
    public async ValueTask<ConnectorKey?> FindAsync(string id, CancellationToken ct)
    {
        if (_known is { } known && time.GetElapsedTime(known.At) is var age && age < GoodFor && known.Keys.TryGetValue(id, out var key))
        {
            if (age >= FreshFor) _ = ReadAgainAsync();
            return key;
        }
        return await ReadAgainAsync().WaitAsync(ct) is { } read ? read.Keys.GetValueOrDefault(id) : throw new KeysUnavailableException("they could not be read");
    }

    private Task<Known?> ReadAgainAsync()
    {
        lock (_gate)
        {
            if (_reading is { } last && (!last.IsCompleted || time.GetElapsedTime(_began) < (last is { IsCompletedSuccessfully: true, Result: not null } ? BetweenReadings : AfterFailure))) return last;
            _began = time.GetTimestamp();
            return _reading = Task.Run(ReadAsync);
        }
    }

    private async Task<Known?> ReadAsync()
    {
        try
        {
            var known = new Known(await download.ReadAsync(CancellationToken.None), time.GetTimestamp());
            _fault = null;
            return _known = known;
        }
        catch (KeysUnavailableException failed)
        {
            _fault = $"The keys with which Teams signs cannot be read, so what it sends cannot be checked: {failed.Message}. Can this machine reach Teams:MetadataUrl?";
            log.LogWarning("{Fault}", _fault);
            return null;
        }
    }

    private sealed record Known(IReadOnlyDictionary<string, ConnectorKey> Keys, long At);
}
