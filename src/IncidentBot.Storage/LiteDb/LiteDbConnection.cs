using IncidentBot.Core.Bot;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.LiteDb;

/// <summary>The opened database and whether it works. The writer thread opens, closes and writes; reader threads read.</summary>
internal sealed class LiteDbConnection(string path, ILogger log) : IDisposable
{
    private const int RoomBytes = 1024 * 1024;

    private readonly ReaderWriterLockSlim _opening = new();
    private LiteDbEngine? _engine;
    private volatile string? _fault;

    /// <summary>What is wrong; null while everything works.</summary>
    public string? Fault => _fault;

    /// <summary>For the writer thread.</summary>
    public ILiteDatabase Database => _engine?.Database ?? throw Unavailable(null);

    /// <summary>The file was opened anew after a fault; runs on the writer thread before any other write. What a failed transaction did to the file is unknown until then.</summary>
    public event Action<ILiteDatabase>? Reopened;

    /// <exception cref="StoreNotOpenedException">The file is not ours or not readable.</exception>
    public void Open()
    {
        try
        {
            _engine = new(path);
        }
        catch (Exception failure) when (failure is not StoreNotOpenedException) // LiteDB trips over foreign bytes in many ways
        {
            throw new StoreNotOpenedException($"The database {path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Closes what is broken and tries again; it counts as working once a write has succeeded and there is room for the next ones.</summary>
    public void Reopen()
    {
        _opening.EnterWriteLock();
        try
        {
            Close();
            _engine = new(path);
            Probe(_engine.Database);
            ProbeRoom();
            Reopened?.Invoke(_engine.Database);
            log.LogInformation("The database {Path} works again", path);
            _fault = null;
        }
        catch (Exception failure)
        {
            _fault = failure.Message;
            log.LogWarning("The database {Path} still fails: {Reason}", path, failure.Message);
        }
        finally
        {
            _opening.ExitWriteLock();
        }
    }

    /// <exception cref="StoreUnavailableException">The file is at fault.</exception>
    public T Read<T>(Func<ILiteDatabase, T> read)
    {
        _opening.EnterReadLock();
        try
        {
            return read(Database);
        }
        catch (Exception failure) when (IsOfTheFile(failure))
        {
            throw Break(failure);
        }
        finally
        {
            _opening.ExitReadLock();
        }
    }

    /// <summary>The file has failed: nothing is written until it was reopened.</summary>
    public StoreUnavailableException Break(Exception failure)
    {
        if (_fault is null) log.LogError(failure, "The database {Path} failed and is opened anew", path);
        _fault = failure.Message;
        return Unavailable(failure);
    }

    public StoreUnavailableException Unavailable(Exception? failure) => new($"The database cannot be used now: {_fault ?? failure?.Message ?? "it is closed"}", failure);

    /// <summary>Not the fault of what was to be read or written.</summary>
    public static bool IsOfTheFile(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ObjectDisposedException
        || failure is LiteException { ErrorCode: LiteException.INVALID_DATAFILE_STATE or LiteException.ENGINE_DISPOSED or LiteException.LOCK_TIMEOUT };

    public void Close()
    {
        try
        {
            _engine?.Dispose();
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The database {Path} did not close cleanly; the next opening repairs it", path);
        }
        _engine = null;
    }

    public void Dispose() => _opening.Dispose();

    private static void Probe(ILiteDatabase db)
    {
        db.GetCollection(LiteDbSchema.Meta).Upsert(new BsonDocument { ["_id"] = "probe", ["value"] = new byte[64 * 1024] });
        db.Checkpoint();
    }
    /// <summary>With less, the file would break and "work again" at every write.</summary>
    private void ProbeRoom()
    {
        using var room = new FileStream($"{path}.room", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        room.Write(new byte[RoomBytes]);
    }
}
