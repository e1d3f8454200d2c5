using IncidentBot.Core.Bot;
using IncidentBot.Storage.Journal;
using IncidentBot.Storage.LiteDb.Disk;
using IncidentBot.Storage.LiteDb.Queues;
using IncidentBot.Storage.WebChat;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.LiteDb;

/// <summary>The embedded store: one database file, a journal for what comes in, and a lock, side by side in one directory.</summary>
/// <remarks>For one process. A second one refuses to start.</remarks>
public sealed class LiteDbStorage : IStoreHealth, IAsyncDisposable
{
    private readonly LiteDbLock _lock;
    private readonly LiteDbFile _file;
    private readonly LiteDbInbox _inbox;
    private readonly LiteDbBackup _backup;

    private LiteDbStorage(LiteDbLock held, LiteDbFile file, LiteDbInbox inbox, LiteDbOutbox outbox, LiteDbWebChat webChat, TimeProvider time)
    {
        _lock = held;
        _file = file;
        _inbox = inbox;
        Outbox = outbox;
        WebChat = webChat;
        _backup = new(file);
        Store = new LiteDbStore(file, outbox, time, inbox.Settle);
    }

    public IStore Store { get; }

    public IInbox Inbox => _inbox;

    public IOutbox Outbox { get; }

    public IWebChatStore WebChat { get; }

    /// <inheritdoc />
    /// <remarks>Heals by itself: both files are tried again every second.</remarks>
    public string? Fault => _file.Fault ?? _inbox.Journal.Fault;

    /// <param name="path">The database file; its directory is made when it is missing.</param>
    /// <exception cref="StoreNotOpenedException">The message says why and what to do.</exception>
    public static async Task<LiteDbStorage> OpenAsync(string path, TimeProvider time, ILoggerFactory logs, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        LiteDbLock? held = null;
        LiteDbFile? file = null;
        try
        {
            if (!DatabaseMark.IsFreeOrDatabase(path)) throw new StoreNotOpenedException($"{path} is no database. Give Storage:LiteDb:Path a database, or a path where there is nothing yet.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            held = new(path);
            file = await LiteDbFile.OpenAsync(path, logs.CreateLogger<LiteDbFile>());
            var deliveries = new LiteDbDeliveries(file);
            var inbox = await LiteDbInbox.OpenAsync(path + ".inbox", deliveries, time, logs.CreateLogger<DeliveryJournal>(), ct);
            await deliveries.PruneAsync(time.GetUtcNow(), inbox.Journal.Since, ct);
            return new(held, file, inbox, await LiteDbOutbox.OpenAsync(file, time, ct), await LiteDbWebChat.OpenAsync(file, ct), time);
        }
        catch (Exception failure)
        {
            file?.Dispose();
            held?.Dispose();
            if (failure is IOException or UnauthorizedAccessException or StoreUnavailableException) throw new StoreNotOpenedException($"The data in {path} cannot be opened: {failure.Message}", failure);
            throw;
        }
    }

    /// <summary>Copies the database as it durably stands to one file beside it and returns its path. Writes wait meanwhile; reads do not.</summary>
    /// <exception cref="IOException">The copy cannot be written; an earlier one stays as it was.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public Task<string> BackUpAsync(CancellationToken ct) => _backup.TakeAsync(ct);

    /// <summary>Finishes what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.Run(() =>
        {
            _file.Dispose();
            _inbox.Dispose();
            _lock.Dispose();
        });
    }
}
