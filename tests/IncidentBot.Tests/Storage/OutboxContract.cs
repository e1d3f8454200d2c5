using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class OutboxContract(IStorageUnderTest made) : StorageContract(made)
{
    private const int Most = 16;

    [Fact]
    public async Task A_saying_comes_as_it_was_decided()
    {
        await SayAsync(Sample.Say("hello", key: "card"));

        var row = Assert.Single(await Outbox.NextAsync(Most, Ct));

        var say = Assert.IsType<Say>(row.Saying);
        Assert.Equal(("card", "hello", Sample.Time, 0), (say.Key, say.Card.Fallback, row.DueAt, row.Attempts));
    }

    [Fact]
    public async Task Only_the_first_of_each_channel_comes_until_it_is_delivered()
    {
        await SayAsync(Sample.Say("a1", "a"), Sample.Say("a2", "a"), Sample.Say("b1", "b"));

        var first = await Outbox.NextAsync(Most, Ct);
        Assert.Equal(["a1", "b1"], Texts(first));
        await Outbox.DeliveredAsync(first[0], null, null, Ct);
        Assert.Equal(["a2"], Texts(await Outbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task A_saying_that_failed_waits_and_so_does_its_channel()
    {
        await SayAsync(Sample.Say("a1", "a"), Sample.Say("a2", "a"), Sample.Say("b1", "b"));
        var first = await Outbox.NextAsync(1, Ct);
        await Outbox.RetryAsync(first[0], Sample.Time.AddSeconds(30), "busy", Ct);

        Assert.Equal(["b1"], Texts(await Outbox.NextAsync(Most, Ct)));
        var waiting = Outbox.NextAsync(Most, Ct);
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        // On another thread it may begin to wait only now, with the time that it saw before.
        for (var seconds = 0; seconds < 60 && !waiting.IsCompleted; seconds++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct));
        }
        Assert.True(waiting.IsCompleted);
        var again = await waiting;

        Assert.Equal(["a1"], Texts(again));
        Assert.Equal(1, again[0].Attempts);
    }

    [Fact]
    public async Task A_parked_saying_is_counted_and_the_next_one_comes()
    {
        await SayAsync(Sample.Say("a1"), Sample.Say("a2"));
        await Outbox.ParkAsync((await Outbox.NextAsync(Most, Ct))[0], "refused \udca9", Ct);

        Assert.Equal(["a2"], Texts(await Outbox.NextAsync(Most, Ct)));
        Assert.Equal(new(1, 1), await Outbox.DepthAsync(Ct));
        await RestartAsync();
        Assert.Equal(new(1, 1), await Outbox.DepthAsync(Ct));
    }

    [Fact]
    public async Task A_released_saying_comes_again()
    {
        await SayAsync(Sample.Say("a1"));
        var row = Assert.Single(await Outbox.NextAsync(Most, Ct));
        Outbox.Release(row);
        Assert.Equal([row.Id], (await Outbox.NextAsync(Most, Ct)).Select(again => again.Id));
    }

    [Fact]
    public async Task Releasing_a_saying_that_had_an_outcome_does_nothing()
    {
        await SayAsync(Sample.Say("a1"), Sample.Say("a2"));
        var row = Assert.Single(await Outbox.NextAsync(Most, Ct));
        await Outbox.DeliveredAsync(row, null, null, Ct);
        var next = await Outbox.NextAsync(Most, Ct);
        Outbox.Release(row);

        Assert.Equal(["a2"], Texts(next));
        Assert.False(Outbox.NextAsync(Most, Ct).IsCompleted);
    }

    [Fact]
    public async Task A_delivered_card_stands_for_its_key_both_ways()
    {
        await SayAsync(Sample.Say(key: "incident:local/INC-1"));
        await Outbox.DeliveredAsync((await Outbox.NextAsync(Most, Ct))[0], "incident:local/INC-1", Sample.Message("m9"), Ct);

        await RestartAsync();

        Assert.Equal(Sample.Message("m9"), await Store.Cards.MessageAsync("incident:local/INC-1", Ct));
        Assert.Equal("incident:local/INC-1", await Store.Cards.KeyAsync(Sample.Message("m9"), Ct));
        Assert.Null(await Store.Cards.MessageAsync("INCIDENT:local/INC-1", Ct));
        Assert.Null(await Store.Cards.KeyAsync(Sample.Message("m"), Ct));
    }

    [Fact]
    public async Task A_card_that_was_posted_anew_stands_where_it_is_now_and_its_old_thread_is_still_its_own()
    {
        foreach (var message in new[] { "old", "new" })
        {
            await SayAsync(Sample.Say(key: "review"));
            await Outbox.DeliveredAsync((await Outbox.NextAsync(Most, Ct))[0], "review", Sample.Message(message), Ct);
        }

        Assert.Equal(Sample.Message("new"), await Store.Cards.MessageAsync("review", Ct));
        Assert.Equal("review", await Store.Cards.KeyAsync(Sample.Message("old"), Ct));
    }

    [Fact]
    public async Task What_was_not_delivered_comes_again_after_a_restart_in_order_and_with_its_tries()
    {
        await SayAsync(Sample.Say("a1", "a"), Sample.Say("a2", "a"), Sample.Say("b1", "b"));
        var first = await Outbox.NextAsync(Most, Ct);
        await Outbox.RetryAsync(first[0], Sample.Time, "busy", Ct);
        await Outbox.DeliveredAsync(first[1], null, null, Ct);

        await RestartAsync();

        var again = Assert.Single(await Outbox.NextAsync(Most, Ct));
        Assert.Equal((first[0].Id, 1), (again.Id, again.Attempts));
        await Outbox.DeliveredAsync(again, null, null, Ct);
        Assert.Equal(["a2"], Texts(await Outbox.NextAsync(Most, Ct)));
    }

    [Fact]
    public async Task A_saying_that_nobody_tried_yet_says_so()
    {
        await SayAsync(Sample.Say("a1"));
        Assert.Null(Assert.Single(await Outbox.NextAsync(Most, Ct)).TriedSince);
    }

    [Fact]
    public async Task A_failed_try_may_have_arrived_at_any_time_since_the_decision()
    {
        await SayAsync(Sample.Say("a1"));
        await Outbox.RetryAsync(Assert.Single(await Outbox.NextAsync(Most, Ct)), Sample.Time.AddSeconds(30), "busy", Ct);
        Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(Sample.Time, Assert.Single(await Outbox.NextAsync(Most, Ct)).TriedSince);
    }

    [Fact]
    public async Task A_try_without_an_outcome_may_have_arrived()
    {
        await SayAsync(Sample.Say("a1"));
        Outbox.Release(Assert.Single(await Outbox.NextAsync(Most, Ct)));

        Assert.Equal(Sample.Time, Assert.Single(await Outbox.NextAsync(Most, Ct)).TriedSince);
    }

    [Fact]
    public async Task After_a_start_an_earlier_try_may_have_arrived()
    {
        await SayAsync(Sample.Say("a1", "a"), Sample.Say("b1", "b"));
        await Outbox.RetryAsync((await Outbox.NextAsync(1, Ct))[0], Sample.Time.AddSeconds(30), "busy", Ct);

        await RestartAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        await SayAsync(Sample.Say("c1", "c"));

        Assert.Equal([Sample.Time, Sample.Time, null], (await Outbox.NextAsync(Most, Ct)).OrderBy(row => row.Id).Select(row => row.TriedSince));
    }

    [Fact]
    public async Task An_id_is_never_given_twice_not_even_after_a_restart()
    {
        await SayAsync(Sample.Say("a1"));
        var first = Assert.Single(await Outbox.NextAsync(Most, Ct));
        await Outbox.DeliveredAsync(first, null, null, Ct);
        await RestartAsync();
        await SayAsync(Sample.Say("a2"));

        Assert.True(Assert.Single(await Outbox.NextAsync(Most, Ct)).Id > first.Id);
    }

    [Fact]
    public async Task Waiting_ends_when_something_is_to_be_said()
    {
        var waiting = Outbox.NextAsync(Most, Ct);
        await SayAsync(Sample.Say("a1"));
        Assert.Equal(["a1"], Texts(await waiting));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Outbox.NextAsync(Most, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_file_of_many_megabytes_is_said_whole()
    {
        var noise = new Random(2);
        var content = string.Concat(Enumerable.Range(0, 4_000_000).Select(_ => (char)noise.Next(' ', '~')));
        await SayAsync(new Upload(Sample.Place("a"), "draft.md", content, "the draft"));

        var row = Assert.Single(await Outbox.NextAsync(Most, Ct));

        Assert.Equal(content, Assert.IsType<Upload>(row.Saying).Content);
        await Outbox.DeliveredAsync(row, null, null, Ct);
        Assert.Equal(new(0, 0), await Outbox.DepthAsync(Ct));
    }

    private Task<CommitResult> SayAsync(params Saying[] say) => CommitAsync(Sample.Commit(say));

    private static string[] Texts(IReadOnlyList<OutboxRow> rows) => [.. rows.Select(row => ((Say)row.Saying).Card.Fallback)];
}
