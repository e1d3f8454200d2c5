using System.Collections.Concurrent;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Tests.Storage;
using IncidentBot.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Workers;

public sealed class InboxWorkerTests : IAsyncLifetime
{
    private readonly LiteDbUnderTest _files = new();
    private readonly FakeTimeProvider _time = new(Sample.Time);
    private readonly ConcurrentQueue<string> _worked = [];
    private readonly SemaphoreSlim _asked = new(0);
    private volatile bool _down = true;
    private OpenStorage? _open;
    private InboxWorker? _worker;

    public async ValueTask InitializeAsync()
    {
        _open = await _files.OpenAsync(_time);
        var chats = new Chats([]);
        var loader = new Loader(_open.Store, chats, new(), TimeProvider.System);
        var deciding = new Deciding(_open.Store, loader, _time);
        var backfill = new Backfill(_open.Store, loader, chats, deciding, _time, NullLogger<Backfill>.Instance);
        _worker = new(_open.Inbox, new(_open.Inbox, deciding, backfill, new([new("web", TranslateAsync)]), NullLogger<Dispatcher>.Instance), _time, NullLogger<InboxWorker>.Instance);
        await _worker.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker!.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _open!.Whole.DisposeAsync();
        _files.Dispose();
        _asked.Dispose();
    }

    [Fact]
    public async Task A_channel_that_the_platform_holds_up_is_worked_on_later_in_order_and_others_go_on_meanwhile()
    {
        await AddAsync("held1", "held");
        await _asked.WaitAsync(Ct);
        await AddAsync("held2", "held");
        await AddAsync("free1", "free");
        await UntilAsync(() => _worked.Contains("free1"));
        Assert.Equal(["free1"], _worked);

        _down = false;
        await UntilAsync(async () => await _open!.Inbox.DepthAsync(Ct) is { Depth: 0, Parked: 0 });

        Assert.Equal(["free1", "held1", "held2"], _worked);
    }

    [Fact]
    public async Task While_the_platform_is_down_it_is_asked_less_and_less_often()
    {
        await AddAsync("held1", "held");
        for (var tries = 0; tries < 8; tries++)
        {
            await _asked.WaitAsync(Ct);
            await UntilAsync(() => _asked.CurrentCount > 0);
        }
        Assert.True(_time.GetUtcNow() - Sample.Time > TimeSpan.FromMinutes(2), $"Asked 9 times in {_time.GetUtcNow() - Sample.Time}");
        Assert.Equal(new(1, 0), await _open!.Inbox.DepthAsync(Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task AddAsync(string id, string channel) => _open!.Inbox.AddAsync(Sample.Delivery(id, channel), Ct);

    private ValueTask<IReadOnlyList<ChatEvent>> TranslateAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.OrderKey == "held") _asked.Release();
        if (delivery.OrderKey == "held" && _down) throw new ChatException(ChatFault.Temporary, "down");
        if (!_worked.Contains(delivery.Id)) _worked.Enqueue(delivery.Id);
        return ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]);
    }

    /// <summary>The clock goes on while something is waited for.</summary>
    private Task UntilAsync(Func<bool> happened) => UntilAsync(() => Task.FromResult(happened()));

    private async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var looks = 0; looks < 400 && !await happened(); looks++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        }
        Assert.True(await happened());
    }
}
