using IncidentBot.Core.Bot;
using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class InboxContract(IStorageUnderTest made) : StorageContract(made)
{
    private const int Most = 64;

    [Fact]
    public async Task A_delivery_comes_as_it_was_stored()
    {
        var delivery = new Delivery("slack:Ev1", "slack", "T1/C1", "{\"text\":\"שלום 👩‍👩‍👧 \\u0000\"}", new(2026, 11, 22, 14, 0, 0, TimeSpan.FromHours(-3)));
        Assert.True(await Inbox.AddAsync(delivery, Ct));

        var lease = await Inbox.NextAsync(Most, Ct);

        Assert.Equal("T1/C1", lease.OrderKey);
        Assert.Equal([delivery], lease.Deliveries);
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_id_is_not_stored()
    {
        Assert.True(await AddAsync("d1"));
        Assert.False(await AddAsync("d1"));
        Assert.Equal(["d1"], Ids(await Inbox.NextAsync(Most, Ct)));
        Assert.False(await AddAsync("d1"));
    }

    [Fact]
    public async Task Of_many_that_bring_the_same_id_at_once_one_is_told_that_it_is_new()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AddAsync("d1")));

        Assert.Single(told, isNew => isNew);
        Assert.Equal(1, (await Inbox.DepthAsync(Ct)).Depth);
    }

    [Fact]
    public async Task A_delivery_that_a_commit_settled_is_known_and_does_not_come_again()
    {
        await AddAsync("d1");
        var lease = await Inbox.NextAsync(Most, Ct);
        await CommitAsync(Sample.Settle([.. lease.Deliveries]));
        Inbox.Release(lease);

        Assert.Equal(new(0, 0), await Inbox.DepthAsync(Ct));
        Assert.False(await AddAsync("d1"));
    }

    [Fact]
    public async Task What_was_acknowledged_waits_again_after_a_restart()
    {
        await AddAsync("d1");
        await AddAsync("d2");
        await AddAsync("d3");
        await CommitAsync(Sample.Settle(Sample.Delivery("d2")));

        await RestartAsync();

        Assert.Equal(["d1", "d3"], Ids(await Inbox.NextAsync(Most, Ct)));
        Assert.False(await AddAsync("d3"));
    }

    [Fact]
    public async Task A_redelivery_after_a_restart_changes_nothing()
    {
        await AddAsync("d1");
        await CommitAsync(new(new() { Record = [Sample.Entry()] }, [Sample.Delivery("d1")], Sample.Time));
        await RestartAsync();

        await AddAsync("d1");

        Assert.Equal(CommitResult.AlreadyDone, await CommitAsync(Sample.Settle(Sample.Delivery("d1"))));
        Assert.Equal(0, (await Inbox.DepthAsync(Ct)).Depth);
    }

    [Fact]
    public async Task Deliveries_of_one_channel_come_in_order_and_to_one_worker_at_a_time()
    {
        foreach (var id in new[] { "a1", "b1", "a2", "a3" }) await AddAsync(id, id[..1]);

        var a = await Inbox.NextAsync(2, Ct);
        var b = await Inbox.NextAsync(2, Ct);
        var third = Inbox.NextAsync(2, Ct);

        Assert.Equal(["a1", "a2"], Ids(a));
        Assert.Equal(["b1"], Ids(b));
        Assert.False(third.IsCompleted);
        await CommitAsync(Sample.Settle([.. a.Deliveries]));
        Inbox.Release(a);
        Assert.Equal(["a3"], Ids(await third));
    }

    [Fact]
    public async Task The_channel_that_has_waited_longest_comes_first()
    {
        await AddAsync("a1", "a");
        var a = await Inbox.NextAsync(Most, Ct);
        await AddAsync("b1", "b");
        await AddAsync("a2", "a");
        Inbox.Release(a);

        Assert.Equal(["a1", "a2"], Ids(await Inbox.NextAsync(Most, Ct)));
        Assert.Equal(["b1"], Ids(await Inbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task What_was_neither_done_nor_parked_comes_again_in_its_place()
    {
        foreach (var id in new[] { "d1", "d2", "d3" }) await AddAsync(id);
        var lease = await Inbox.NextAsync(Most, Ct);
        await AddAsync("d4");
        await CommitAsync(Sample.Settle(lease.Deliveries[1]));
        Inbox.Release(lease);

        Assert.Equal(["d1", "d3", "d4"], Ids(await Inbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task A_parked_delivery_is_counted_known_and_does_not_come_again()
    {
        await AddAsync("d1");
        await AddAsync("d2");
        var lease = await Inbox.NextAsync(Most, Ct);
        await Inbox.ParkAsync(lease.Deliveries[0], "it failed: \ud83d", Ct);
        Inbox.Release(lease);

        Assert.Equal(["d2"], Ids(await Inbox.NextAsync(Most, Ct)));
        Assert.Equal(new(1, 1), await Inbox.DepthAsync(Ct));

        await RestartAsync();
        Assert.Equal(["d2"], Ids(await Inbox.NextAsync(Most, Ct)));
        Assert.False(await AddAsync("d1"));
        Assert.Equal(new(1, 1), await Inbox.DepthAsync(Ct));
    }

    [Fact]
    public async Task A_commit_that_is_void_for_its_once_key_settles_its_delivery()
    {
        await CommitAsync(new(new() { Once = ["k"] }, [], Sample.Time));
        await AddAsync("d1");
        var lease = await Inbox.NextAsync(Most, Ct);

        Assert.Equal(CommitResult.AlreadyDone, await CommitAsync(new(new() { Once = ["k"] }, lease.Deliveries, Sample.Time)));
        Inbox.Release(lease);

        Assert.Equal(0, (await Inbox.DepthAsync(Ct)).Depth);
    }

    [Fact]
    public async Task A_commit_that_is_void_for_one_delivery_leaves_the_others()
    {
        await AddAsync("d1");
        await AddAsync("d2");
        await CommitAsync(Sample.Settle(Sample.Delivery("d1")));

        Assert.Equal(CommitResult.AlreadyDone, await CommitAsync(Sample.Settle(Sample.Delivery("d1"), Sample.Delivery("d2"))));

        Assert.Equal(["d2"], Ids(await Inbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task Waiting_ends_when_a_delivery_arrives()
    {
        var waiting = Inbox.NextAsync(Most, Ct);
        await AddAsync("d1");
        Assert.Equal(["d1"], Ids(await waiting));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Inbox.NextAsync(Most, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await AddAsync("d1");
        Assert.Equal(["d1"], Ids(await Inbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task Many_workers_work_on_everything_once()
    {
        const int Deliveries = 500;
        var adding = Parallel.ForAsync(0, Deliveries, Ct, async (number, _) => await AddAsync($"d{number}", $"channel {number % 7}"));
        var worked = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();

        async Task WorkAsync()
        {
            while (worked.Count < Deliveries)
            {
                var lease = await Inbox.NextAsync(8, stop.Token);
                foreach (var delivery in lease.Deliveries) worked.Add(delivery.Id);
                await CommitAsync(Sample.Settle([.. lease.Deliveries]));
                Inbox.Release(lease);
            }
            await stop.CancelAsync();
        }

        var workers = Enumerable.Range(0, 8).Select(_ => WorkAsync()).ToList();
        await adding;
        await Task.WhenAll(workers).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(Deliveries, worked.Count);
        Assert.Equal(Deliveries, worked.Distinct().Count());
        Assert.Equal(0, (await Inbox.DepthAsync(Ct)).Depth);
    }

    private Task<bool> AddAsync(string id, string orderKey = "room") => Inbox.AddAsync(Sample.Delivery(id, orderKey), Ct);

    private static string[] Ids(Lease lease) => [.. lease.Deliveries.Select(delivery => delivery.Id)];
}
