using LiteDB;

namespace IncidentBot.Storage.LiteDb;

/// <summary>One caller's work inside a shared transaction.</summary>
internal interface ILiteDbWrite
{
    bool Cancelled { get; }

    /// <summary>Runs on the writer thread, possibly again after a rollback.</summary>
    void Run(ILiteDatabase db);

    /// <summary>The transaction is durable.</summary>
    void Complete();

    void Fail(Exception failure);
}

/// <param name="work">Reads and writes; its result is what the caller gets once it is durable.</param>
/// <param name="durable">Runs on the writer thread once it is durable, before the caller goes on.</param>
internal sealed class LiteDbWrite<T>(Func<ILiteDatabase, T> work, Action<T>? durable, CancellationToken ct) : ILiteDbWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public bool Cancelled => ct.IsCancellationRequested && _done.TrySetCanceled(ct);

    public void Run(ILiteDatabase db) => _result = work(db);

    public void Complete()
    {
        durable?.Invoke(_result!);
        _done.TrySetResult(_result!);
    }

    public void Fail(Exception failure) => _done.TrySetException(failure);
}
