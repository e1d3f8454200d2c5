using IncidentBot.Core.Bot;
using IncidentBot.Storage.WebChat;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>A store that was opened, with all its ports.</summary>
public sealed record OpenStorage(IStore Store, IInbox Inbox, IOutbox Outbox, IWebChatStore WebChat, IAdapterRecords AdapterRecords, IAsyncDisposable Whole);

/// <summary>What every store must do, whatever it is made of; each store is a set of subclasses.</summary>
public abstract class StorageContract(IStorageUnderTest made) : IAsyncLifetime
{
    private OpenStorage? _open;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(Sample.Time);

    protected IStore Store => _open!.Store;

    protected IInbox Inbox => _open!.Inbox;

    protected IOutbox Outbox => _open!.Outbox;

    protected IWebChatStore WebChat => _open!.WebChat;

    protected IAdapterRecords AdapterRecords => _open!.AdapterRecords;

    public async ValueTask InitializeAsync() => _open = await made.OpenAsync(Time);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _open!.Whole.DisposeAsync();
        made.Dispose();
    }

    /// <summary>Ends and starts again on the same data.</summary>
    protected async Task RestartAsync()
    {
        await _open!.Whole.DisposeAsync();
        _open = await made.OpenAsync(Time);
    }

    protected Task<CommitResult> CommitAsync(Commit commit) => Store.CommitAsync(commit, Ct);
}

/// <summary>Opens a store on data of its own, again and again; disposing it removes the data.</summary>
public interface IStorageUnderTest : IDisposable
{
    Task<OpenStorage> OpenAsync(TimeProvider time);
}
