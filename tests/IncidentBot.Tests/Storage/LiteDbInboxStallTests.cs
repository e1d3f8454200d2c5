using IncidentBot.Core.Bot;
using IncidentBot.Storage.Journal;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.LiteDb.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>A disk that takes seconds for one write.</summary>
public sealed class LiteDbInboxStallTests : IAsyncLifetime
{
    private readonly LiteDbUnderTest _data = new();
    private readonly FakeTimeProvider _time = new(Sample.Time);
    private readonly ManualResetEventSlim _stalled = new();
    private LiteDbStorage? _storage;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LiteDbInbox Inbox => (LiteDbInbox)_storage!.Inbox;

    public async ValueTask InitializeAsync()
    {
        _storage = await LiteDbStorage.OpenAsync(_data.Path, _time, NullLoggerFactory.Instance, Ct);
        Inbox.Journal.Append(new(JournalFrame.Of(Sample.Delivery("stalls")), _ => _stalled.Wait(TimeSpan.FromMinutes(1)), _ => { }));
    }

    public async ValueTask DisposeAsync()
    {
        _stalled.Set();
        await _storage!.DisposeAsync();
        _data.Dispose();
        _stalled.Dispose();
    }

    [Fact]
    public async Task A_delivery_that_the_disk_does_not_take_in_time_is_not_acknowledged()
    {
        var adding = Inbox.AddAsync(Sample.Delivery("d1"), Ct);
        _time.Advance(LiteDbInbox.AppendWithin);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => adding);
    }

    [Fact]
    public async Task When_it_comes_again_it_is_known_and_waits_once()
    {
        var first = Inbox.AddAsync(Sample.Delivery("d1"), Ct);
        _time.Advance(LiteDbInbox.AppendWithin);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => first);

        var again = Inbox.AddAsync(Sample.Delivery("d1"), Ct);
        Assert.False(again.IsCompleted);
        _stalled.Set();

        Assert.False(await again);
        Assert.Equal(["d1"], (await Inbox.NextAsync(10, Ct)).Deliveries.Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task Too_much_that_waits_for_the_disk_is_refused_at_once()
    {
        var body = new string('x', 20 * 1024 * 1024);
        var waiting = Enumerable.Range(0, 3).Select(number => Inbox.AddAsync(Sample.Delivery($"d{number}", body: body), Ct)).ToList();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Inbox.AddAsync(Sample.Delivery("one too many", body: body), Ct));

        _stalled.Set();
        Assert.All(await Task.WhenAll(waiting), Assert.True);
    }
}
