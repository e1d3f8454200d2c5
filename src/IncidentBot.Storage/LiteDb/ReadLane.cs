using System.Threading.Channels;
using IncidentBot.Core.Bot;

namespace IncidentBot.Storage.LiteDb;

/// <summary>A few threads of its own that run reads: a checkpoint makes readers wait, and the thread pool has requests to acknowledge.</summary>
internal sealed class ReadLane : IDisposable
{
    private readonly Channel<Action> _reads = Channel.CreateUnbounded<Action>();
    private readonly Thread[] _threads;

    public ReadLane(int threads)
    {
        _threads = [.. Enumerable.Range(1, threads).Select(number => new Thread(Run) { IsBackground = true, Name = $"litedb read {number}" })];
        foreach (var thread in _threads) thread.Start();
    }

    public async Task<T> RunAsync<T>(Func<T> read, CancellationToken ct)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = _reads.Writer.TryWrite(() =>
        {
            try
            {
                if (ct.IsCancellationRequested) done.TrySetCanceled(ct);
                else done.TrySetResult(read());
            }
            catch (Exception failure)
            {
                done.TrySetException(failure);
            }
        });
        return taken ? await done.Task.WaitAsync(ct) : throw new StoreUnavailableException("The database is closed.");
    }

    public void Dispose()
    {
        _reads.Writer.TryComplete();
        foreach (var thread in _threads) thread.Join();
    }

    private void Run()
    {
        while (_reads.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_reads.Reader.TryRead(out var read)) read();
    }
}
