using System.Threading.Channels;
using IncidentBot.Core.Bot;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.LiteDb;

/// <summary>The database file: one thread writes, a few read, nobody else touches it.</summary>
/// <remarks>The writer gathers what waits into one transaction, makes it durable, and only then tells the callers. An I/O error fails them with
/// <see cref="StoreUnavailableException"/>; the writer then reopens the file, at once and every second, until a write succeeds.</remarks>
internal sealed class LiteDbFile : IDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 256;
    private const int Readers = 3;
    private static readonly TimeSpan Reopening = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly ILogger _log;
    private readonly Channel<ILiteDbWrite> _writes = Channel.CreateBounded<ILiteDbWrite>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ReadLane _reads = new(Readers);
    private readonly ReaderWriterLockSlim _opening = new();
    private readonly Thread _writer;
    private LiteDbEngine? _engine;
    private Task<bool>? _waiting;
    private volatile string? _fault;

    /// <exception cref="StoreNotOpenedException">The file is not ours or not readable.</exception>
    public LiteDbFile(string path, ILogger log)
    {
        _path = path;
        _log = log;
        try
        {
            _engine = new(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or LiteException)
        {
            throw new StoreNotOpenedException($"The database {path} cannot be opened: {failure.Message}", failure);
        }
        _writer = new(Run) { IsBackground = true, Name = "litedb write" };
        _writer.Start();
    }

    public string Path => _path;

    /// <summary>What is wrong; null while everything works.</summary>
    public string? Fault => _fault;

    /// <summary>Nothing more is accepted.</summary>
    public bool Closed => _writes.Reader.Completion.IsCompleted;

    /// <summary>The file was opened anew after a fault; runs on the writer thread before any other write. What a failed transaction did to the file is unknown until then.</summary>
    public event Action<ILiteDatabase>? Reopened;

    /// <exception cref="StoreUnavailableException">Nothing was promised; after a fault in the last moment it may yet have been written.</exception>
    public async Task<T> WriteAsync<T>(Func<ILiteDatabase, T> work, Action<T>? durable, CancellationToken ct)
    {
        var write = new LiteDbWrite<T>(work, durable, ct);
        try
        {
            await _writes.Writer.WriteAsync(write, ct);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The database is closed.", closed);
        }
        return await write.Done.WaitAsync(ct);
    }

    public Task<T> ReadAsync<T>(Func<ILiteDatabase, T> read, CancellationToken ct) => _reads.RunAsync(() => Read(read), ct);

    /// <summary>Finishes the writes that were accepted, then closes the file.</summary>
    public void Dispose()
    {
        _writes.Writer.TryComplete();
        _writer.Join();
        _reads.Dispose();
        _engine?.Dispose();
        _opening.Dispose();
    }

    private T Read<T>(Func<ILiteDatabase, T> read)
    {
        _opening.EnterReadLock();
        try
        {
            return read(_engine?.Database ?? throw Unavailable(null));
        }
        catch (Exception failure) when (IsOfTheFile(failure))
        {
            Break(failure);
            throw Unavailable(failure);
        }
        finally
        {
            _opening.ExitReadLock();
        }
    }

    private void Run()
    {
        var batch = new List<ILiteDbWrite>(MostTogether);
        while (WaitForWrites())
        {
            if (_fault is not null) Reopen();
            batch.Clear();
            while (batch.Count < MostTogether && _writes.Reader.TryRead(out var write))
                if (!write.Cancelled) batch.Add(write);
            if (batch.Count > 0) Write(batch);
        }
    }

    /// <summary>False when nothing more will come. While the file is broken, returns every second so that it is tried again.</summary>
    private bool WaitForWrites()
    {
        _waiting ??= _writes.Reader.WaitToReadAsync().AsTask();
        if (_fault is not null && !_waiting.Wait(Reopening)) return true;
        var more = _waiting.GetAwaiter().GetResult();
        _waiting = null;
        return more;
    }

    private void Write(IReadOnlyList<ILiteDbWrite> batch)
    {
        if (_fault is not null)
        {
            foreach (var write in batch) write.Fail(Unavailable(null));
            return;
        }
        try
        {
            if (Commit(batch) is not { } fault)
                foreach (var write in batch) write.Complete();
            else if (batch is [var alone])
                alone.Fail(fault);
            else
                foreach (var write in batch) Write([write]);
        }
        catch (Exception failure)
        {
            Break(failure);
            Reopen();
            foreach (var write in batch) write.Fail(Unavailable(failure));
        }
    }

    /// <summary>Null when all is durable. Else what one of the writes threw: everything is rolled back.</summary>
    /// <exception cref="Exception">The file is at fault.</exception>
    private Exception? Commit(IReadOnlyList<ILiteDbWrite> batch)
    {
        var db = _engine!.Database;
        db.BeginTrans();
        foreach (var write in batch)
        {
            try
            {
                write.Run(db);
            }
            catch (Exception fault) when (!IsOfTheFile(fault))
            {
                db.Rollback();
                return fault;
            }
        }
        db.Commit();
        db.Checkpoint();
        return null;
    }

    private void Break(Exception failure)
    {
        if (_fault is null) _log.LogError(failure, "The database {Path} failed and is opened anew", _path);
        _fault = failure.Message;
        _writes.Writer.TryWrite(new LiteDbWrite<bool>(_ => true, null, default)); // wakes the writer
    }

    private void Reopen()
    {
        _opening.EnterWriteLock();
        try
        {
            CloseBroken();
            _engine = new(_path);
            Probe(_engine.Database);
            Reopened?.Invoke(_engine.Database);
            _log.LogInformation("The database {Path} works again", _path);
            _fault = null;
        }
        catch (Exception failure)
        {
            _fault = failure.Message;
            _log.LogWarning("The database {Path} still fails: {Reason}", _path, failure.Message);
        }
        finally
        {
            _opening.ExitWriteLock();
        }
    }

    private void CloseBroken()
    {
        try
        {
            _engine?.Dispose();
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "The broken database {Path} did not close cleanly", _path);
        }
        _engine = null;
    }

    private static void Probe(ILiteDatabase db)
    {
        db.GetCollection(LiteDbSchema.Meta).Upsert(new BsonDocument { ["_id"] = "probe", ["value"] = new byte[64 * 1024] });
        db.Checkpoint();
    }

    private StoreUnavailableException Unavailable(Exception? failure) => new($"The database cannot be used now: {_fault ?? failure?.Message}", failure);

    private static bool IsOfTheFile(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ObjectDisposedException
        || failure is LiteException { ErrorCode: LiteException.INVALID_DATAFILE_STATE or LiteException.ENGINE_DISPOSED or LiteException.LOCK_TIMEOUT };
}
