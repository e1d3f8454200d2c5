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

    private readonly LiteDbConnection _connection;
    private readonly Channel<ILiteDbWrite> _writes = Channel.CreateBounded<ILiteDbWrite>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ReadLane _reads = new(Readers);
    private readonly Thread _writer;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<bool>? _waiting;

    private LiteDbFile(string path, ILogger log)
    {
        Path = path;
        _connection = new(path, log);
        _writer = new(Run) { IsBackground = true, Name = "litedb write" };
    }

    public string Path { get; }

    /// <summary>What is wrong; null while everything works.</summary>
    public string? Fault => _connection.Fault;

    /// <summary>Nothing more is accepted.</summary>
    public bool Closed { get; private set; }

    /// <inheritdoc cref="LiteDbConnection.Reopened" />
    public event Action<ILiteDatabase> Reopened
    {
        add => _connection.Reopened += value;
        remove => _connection.Reopened -= value;
    }

    /// <exception cref="StoreNotOpenedException">The file is not ours or not readable.</exception>
    public static async Task<LiteDbFile> OpenAsync(string path, ILogger log)
    {
        var file = new LiteDbFile(path, log);
        file._writer.Start();
        await file._opened.Task;
        return file;
    }

    /// <param name="work">Runs on the writer thread, in a transaction shared with others, and again when that had to be rolled back.</param>
    /// <param name="durable">Runs on the writer thread once it is durable, before the caller goes on.</param>
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
            throw _connection.Unavailable(closed);
        }
        return await write.Done.WaitAsync(ct);
    }

    public async Task<T> ReadAsync<T>(Func<ILiteDatabase, T> read, CancellationToken ct)
    {
        try
        {
            return await _reads.RunAsync(() => _connection.Read(read), ct);
        }
        catch (StoreUnavailableException)
        {
            _writes.Writer.TryWrite(new LiteDbWrite<bool>(_ => true, null, default)); // wakes the writer, so that it reopens the file
            throw;
        }
    }

    /// <summary>Finishes the writes that were accepted, then closes the file.</summary>
    public void Dispose()
    {
        Closed = true;
        _writes.Writer.TryComplete();
        _writer.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        if (Open()) WriteUntilClosed();
        _reads.Dispose();
        _connection.Close();
    }

    /// <summary>Here, not on the caller's thread: LiteDB starts its log task on the scheduler that it finds, and waits for it.</summary>
    private bool Open()
    {
        try
        {
            _connection.Open();
            _opened.SetResult();
            return true;
        }
        catch (Exception failure)
        {
            _opened.SetException(failure);
            return false;
        }
    }

    private void WriteUntilClosed()
    {
        var batch = new List<ILiteDbWrite>(MostTogether);
        while (WaitForWrites())
        {
            if (_connection.Fault is not null) _connection.Reopen();
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
        if (_connection.Fault is not null && !_waiting.Wait(Reopening)) return true;
        var more = _waiting.GetAwaiter().GetResult();
        _waiting = null;
        return more;
    }

    private void Write(IReadOnlyList<ILiteDbWrite> batch)
    {
        if (_connection.Fault is not null)
        {
            foreach (var write in batch) write.Fail(_connection.Unavailable(null));
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
            var unavailable = _connection.Break(failure);
            _connection.Reopen();
            foreach (var write in batch) write.Fail(unavailable);
        }
    }

    /// <summary>Null when all is durable. Else what one of the writes threw: everything is rolled back.</summary>
    /// <exception cref="Exception">The file is at fault.</exception>
    private Exception? Commit(IReadOnlyList<ILiteDbWrite> batch)
    {
        var db = _connection.Database;
        db.BeginTrans();
        foreach (var write in batch)
        {
            try
            {
                write.Run(db);
            }
            catch (Exception fault) when (!LiteDbConnection.IsOfTheFile(fault))
            {
                db.Rollback();
                return fault;
            }
        }
        db.Commit();
        db.Checkpoint();
        return null;
    }
}
