using IncidentBot.Core.Bot;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>A commit is all or nothing, and counts once.</summary>
public abstract class StoreContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        var incident = Sample.Incident();
        var decision = new Decision { Save = [incident, new Counter("local/incidents", 1, 0)], Record = [Sample.Entry()], Once = ["weekly"] };
        Assert.Equal(CommitResult.Done, await CommitAsync(new(decision, [], Sample.Time)));

        await RestartAsync();

        Assert.Equal("checkout is failing", (await Store.Incidents.FindAsync(incident.Id, Ct))?.Title);
        Assert.Equal(new("local/incidents", 1, 1), await Store.CounterAsync("local/incidents", Ct));
        Assert.Equal("seeing 500s", (await Store.Timeline.FindAsync(incident.Id, "m1", Ct))?.Text);
        Assert.True(await Store.HappenedAsync("weekly", Ct));
    }

    [Fact]
    public async Task A_version_grows_by_one_with_every_commit()
    {
        await CommitAsync(Sample.Commit(Sample.Incident()));
        var first = await Store.Incidents.FindAsync(new(Sample.Workspace, 1), Ct);
        await CommitAsync(Sample.Commit(first! with { TitleAsWritten = "second" }));
        var second = await Store.Incidents.FindAsync(new(Sample.Workspace, 1), Ct);

        Assert.Equal((1, 2, "second"), (first.Version, second!.Version, second.Title));
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_writes_nothing()
    {
        await CommitAsync(Sample.Commit(Sample.Incident()));
        var stale = Sample.Incident(title: "stale");
        var decision = new Decision { Save = [stale], Record = [Sample.Entry()], Say = [Sample.Say()], Once = ["once"] };

        Assert.Equal(CommitResult.Conflict, await CommitAsync(new(decision, [Sample.Delivery()], Sample.Time)));

        Assert.Equal("checkout is failing", (await Store.Incidents.FindAsync(stale.Id, Ct))!.Title);
        Assert.Null(await Store.Timeline.FindAsync(stale.Id, "m1", Ct));
        Assert.False(await Store.HappenedAsync("once", Ct));
        Assert.Equal(0, (await Outbox.DepthAsync(Ct)).Depth);
    }

    [Fact]
    public async Task An_entry_that_is_there_already_is_a_conflict()
    {
        await CommitAsync(Sample.Commit(Sample.Entry()));
        Assert.Equal(CommitResult.Conflict, await CommitAsync(Sample.Commit(Sample.Entry(text: "again"))));
    }

    [Fact]
    public async Task A_delivery_that_is_done_makes_a_commit_void()
    {
        await CommitAsync(Sample.Settle(Sample.Delivery()));
        var again = new Commit(new Decision { Record = [Sample.Entry()] }, [Sample.Delivery()], Sample.Time);

        Assert.Equal(CommitResult.AlreadyDone, await CommitAsync(again));
        Assert.Equal(0, await Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct));
    }

    [Fact]
    public async Task A_once_key_that_is_known_makes_a_commit_void()
    {
        var owed = new Commit(new Decision { Once = ["weekly:2026-W47"], Record = [Sample.Entry()] }, [], Sample.Time);
        Assert.Equal(CommitResult.Done, await CommitAsync(owed));
        var repeated = owed with { Decision = owed.Decision with { Record = [Sample.Entry("m2")] } };

        Assert.Equal(CommitResult.AlreadyDone, await CommitAsync(repeated));
        Assert.Equal(1, await Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct));
    }

    [Fact]
    public async Task Saving_one_thing_twice_in_a_decision_is_refused()
    {
        var twice = Sample.Commit(Sample.Incident(), Sample.Incident(title: "the other"));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(twice));
    }

    [Fact]
    public async Task Of_many_that_decide_at_once_each_counts_once()
    {
        async Task CountAsync()
        {
            CommitResult result;
            do result = await CommitAsync(Sample.Commit((await Store.CounterAsync("n", Ct)).Next()));
            while (result is CommitResult.Conflict);
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CountAsync()));

        Assert.Equal(20, (await Store.CounterAsync("n", Ct)).Value);
    }

    [Fact]
    public async Task A_counter_that_was_never_saved_stands_at_zero() =>
        Assert.Equal(new("none", 0, 0), await Store.CounterAsync("none", Ct));

    [Fact]
    public async Task One_that_cannot_be_stored_does_not_fail_its_neighbours()
    {
        var good = Enumerable.Range(0, 255).Select(number => CommitAsync(Sample.Commit(Sample.Entry($"m{number}")))).ToList();
        var unknown = CommitAsync(Sample.Commit(new UnknownAggregate()));

        await Assert.ThrowsAsync<NotSupportedException>(() => unknown);
        Assert.All(await Task.WhenAll(good), result => Assert.Equal(CommitResult.Done, result));
        Assert.Equal(255, await Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct));
    }

    private sealed record UnknownAggregate : IAggregate
    {
        public string Key => "unknown";

        public int Version => 0;
    }
}
