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
    private readonly DonePruning _pruning;
    private readonly LiteDbBackup _backup;

    private LiteDbStorage(LiteDbLock held, LiteDbFile file, LiteDbInbox inbox, DonePruning pruning, LiteDbOutbox outbox, LiteDbWebChat webChat, TimeProvider time)
    {
        _lock = held;
        _file = file;
        _inbox = inbox;
        _pruning = pruning;
        _backup = new(file);
        Outbox = outbox;
        WebChat = webChat;
        AdapterRecords = new LiteDbAdapterRecords(file);
        Store = new LiteDbStore(file, outbox, time, inbox.Settle);
    }

    public IStore Store { get; }

    public IInbox Inbox => _inbox;

    public IOutbox Outbox { get; }

    public IWebChatStore WebChat { get; }

    public IAdapterRecords AdapterRecords { get; }

    /// <inheritdoc />
    /// <remarks>Heals by itself: both files are tried again every second.</remarks>
    public string? Fault => _file.Fault ?? _inbox.Journal.Fault;

    /// <param name="path">The database file; its directory is made when it is missing.</param>
    /// <exception cref="StoreNotOpenedException">The message says why and what to do.</exception>
    public static async Task<LiteDbStorage> OpenAsync(string path, TimeProvider time, ILoggerFactory logs, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        var opened = new Stack<IDisposable>();
        try
        {
            if (!DatabaseMark.IsFreeOrDatabase(path)) throw new StoreNotOpenedException($"{path} is no database. Give Storage:LiteDb:Path a database, or a path where there is nothing yet.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var held = Opened(new LiteDbLock(path));
            var file = Opened(await LiteDbFile.OpenAsync(path, logs.CreateLogger<LiteDbFile>()));
            var deliveries = new LiteDbDeliveries(file);
            var inbox = Opened(await LiteDbInbox.OpenAsync(path + ".inbox", deliveries, time, logs.CreateLogger<DeliveryJournal>(), ct));
            var outbox = await LiteDbOutbox.OpenAsync(file, time, ct);
            var webChat = await LiteDbWebChat.OpenAsync(file, ct);
            var pruning = new DonePruning(deliveries, inbox.Journal, time, logs.CreateLogger<DonePruning>());
            await pruning.StartAsync(ct);
            return new(held, file, inbox, pruning, outbox, webChat, time);
        }
        catch (Exception failure)
        {
            foreach (var part in opened) part.Dispose();
            if (failure is IOException or UnauthorizedAccessException or StoreUnavailableException) throw new StoreNotOpenedException($"The data in {path} cannot be opened: {failure.Message}", failure);
            throw;
        }

        T Opened<T>(T part) where T : IDisposable
        {
            opened.Push(part);
            return part;
        }
    }

    /// <summary>Copies the database as it durably stands to one file beside it and returns its path. Writes wait meanwhile; reads do not.</summary>
    /// <exception cref="IOException">The copy cannot be written; an earlier one stays as it was.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public Task<string> BackUpAsync(CancellationToken ct) => _backup.TakeAsync(ct);

    /// <summary>Finishes what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _pruning.DisposeAsync();
        await Task.Run(() =>
        {
            _file.Dispose();
            _inbox.Dispose();
            _lock.Dispose();
        });
    }
}
