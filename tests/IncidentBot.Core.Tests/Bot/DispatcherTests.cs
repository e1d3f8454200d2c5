using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class DispatcherTests
{
    private readonly MemoryStore _store = new();
    private readonly StoryChat _chat = new(() => []);
    private readonly List<Commit> _commits = [];
    private readonly Dispatcher _dispatcher;

    public DispatcherTests()
    {
        _store.Queues.Store = _store;
        var chats = new Chats([_chat]);
        var loader = new Loader(_store, chats, Some.Settings, TimeProvider.System);
        var time = new FakeTimeProvider(Some.Time);
        var deciding = new Deciding(_store, loader, time);
        var translators = new Translators([
            new("mute", (_, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([])),
            new("broken", (_, _) => throw new FormatException("unreadable")),
            new("later", (_, _) => throw new ChatException(ChatFault.Temporary, "users.info cannot be asked")),
            new("late", (_, _) => throw new TaskCanceledException("The request timed out.")),
        ]);
        _dispatcher = new(_store.Queues, deciding, new(_store, loader, chats, deciding, time, NullLogger<Backfill>.Instance), translators, NullLogger<Dispatcher>.Instance);
        _store.Committing += _commits.Add;
    }

    [Fact]
    public async Task Messages_that_wait_together_are_committed_together()
    {
        await HasIncident();
        await Work(Enumerable.Range(1, 30).Select(number => Posted(number)));
        Assert.Equal(30, Assert.Single(_commits).Deliveries.Count);
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"message {number}"), _store.Entries.OrderBy(entry => entry.At).Select(entry => entry.Text));
    }

    [Fact]
    public async Task What_does_more_than_add_a_message_is_worked_on_alone_and_in_its_order()
    {
        await HasIncident();
        await Work([Posted(1), Posted(2), Command("c1", "action Add a canary"), Posted(3), Posted(4)]);
        Assert.Equal(["d1 d2", "c1", "d3 d4"], _commits.Select(commit => string.Join(' ', commit.Deliveries.Select(delivery => delivery.Id))));
    }

    [Fact]
    public async Task A_redelivery_among_messages_is_ignored_and_the_others_count_once()
    {
        await HasIncident();
        await Work([Posted(2)]);
        await Work([Posted(1), Posted(2), Posted(3)]);
        Assert.Equal(3, _store.Entries.Count());
    }

    [Fact]
    public async Task A_message_twice_under_two_delivery_ids_counts_once()
    {
        await HasIncident();
        await Work([Posted(1), Posted(1) with { Id = "again" }, Posted(2)]);
        Assert.Equal(2, _store.Entries.Count());
    }

    [Fact]
    public async Task What_cannot_be_read_is_put_aside_and_costs_the_others_nothing()
    {
        await HasIncident();
        await Work([Posted(1), Posted(2), new("x", "broken", "room", "", Some.Time), Posted(3), Posted(4)]);
        Assert.Contains("unreadable", Assert.Single(_store.Queues.Parked).Error, StringComparison.Ordinal);
        Assert.Equal([2, 2], _commits.Select(commit => commit.Deliveries.Count));
    }

    [Fact]
    public async Task A_delivery_of_an_adapter_that_is_not_set_up_is_kept_aside()
    {
        await Work([new("x", "slack", "room", "{}", Some.Time)]);
        Assert.Contains("No adapter named slack", Assert.Single(_store.Queues.Parked).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_ran_out_of_time_puts_the_delivery_aside_and_does_not_stop_the_worker()
    {
        await HasIncident();
        await Work([new("x", "late", "room", "{}", Some.Time), Posted(1)]);
        Assert.Single(_store.Queues.Parked);
        Assert.Single(_store.Entries);
    }

    [Fact]
    public async Task What_means_nothing_to_the_bot_is_settled_silently()
    {
        await Work([new("x", "mute", "room", "{}", Some.Time)]);
        Assert.Equal("x", Assert.Single(Assert.Single(_commits).Deliveries).Id);
        Assert.False(_store.Queues.HasSayings);
    }

    [Fact]
    public async Task Whoever_comes_second_is_decided_again_on_what_stands_then()
    {
        await HasIncident();
        await _store.CommitAsync(new(new() { Save = [Some.ActionItem() with { Version = 0 }] }, [], Some.Time), CancellationToken.None);
        var item = (await _store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))!;
        Meanwhile(() => _store.CommitAsync(new(new() { Save = [item with { Status = ActionItemStatus.Done, ClosedBy = Some.Ben, ClosedAt = Some.Time }] }, [], Some.Time), CancellationToken.None));

        await Work([Command("c1", "done A-1")]);

        Assert.Equal(Some.Ben, (await _store.ActionItems.FindAsync(item.Id, CancellationToken.None))?.ClosedBy);
        var told = Assert.IsType<Whisper>(Assert.Single(await _store.Queues.NextAsync(CancellationToken.None)).Saying);
        Assert.Contains("done by ben. It is already done.", told.Card.Fallback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_new_items_at_once_get_two_numbers()
    {
        await HasIncident();
        Meanwhile(() => Work([Command("c2", "action Add an alert")]));
        await Work([Command("c1", "action Add a canary")]);
        var items = await _store.ActionItems.OpenAsync(null, CancellationToken.None);
        Assert.Equal(["A-1 Add an alert", "A-2 Add a canary"], items.Select(item => $"{item.Id.Label} {item.Text}"));
    }

    [Fact]
    public async Task A_delivery_that_is_done_already_changes_and_says_nothing()
    {
        await HasIncident();
        await Work([Command("c1", "action Add a canary")]);
        await Work([Command("c1", "action Add a canary")]);
        Assert.Single(await _store.ActionItems.OpenAsync(null, CancellationToken.None));
        Assert.Single(await _store.Queues.NextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_always_meets_another_change_is_put_aside_in_the_end()
    {
        await HasIncident();
        await _store.CommitAsync(new(new() { Save = [Some.ActionItem() with { Version = 0 }] }, [], Some.Time), CancellationToken.None); // A-1 is taken, though the counter stands at 0
        await Work([Command("c1", "action Add a canary"), Posted(1)]);
        Assert.Contains("met another change", Assert.Single(_store.Queues.Parked).Error, StringComparison.Ordinal);
        Assert.Single(_store.Entries);
    }

    [Fact]
    public async Task While_nothing_can_be_saved_deliveries_wait_and_none_is_put_aside()
    {
        await HasIncident();
        _store.Committing += _ => throw new StoreUnavailableException("disk full");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Work([Posted(1), Posted(2)]));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Work([Command("c1", "action Add a canary")]));
        Assert.Empty(_store.Queues.Parked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_cannot_be_translated_for_now_waits_and_so_does_what_came_after_it(int before)
    {
        await HasIncident();
        var lease = Enumerable.Range(1, before).Select(Posted).Append(new("x", "later", "room", "{}", Some.Time)).Append(Posted(9));

        var later = await Assert.ThrowsAsync<ChatException>(() => Work(lease));

        Assert.Equal(ChatFault.Temporary, later.Fault);
        Assert.Equal(Enumerable.Range(1, before).Select(number => $"message {number}"), _store.Entries.OrderBy(entry => entry.At).Select(entry => entry.Text));
        Assert.Empty(_store.Queues.Parked);
    }

    private Task HasIncident() => Without(() => _store.CommitAsync(new(new() { Save = [Some.Incident() with { Version = 0 }] }, [], Some.Time), CancellationToken.None));

    private async Task Without(Func<Task> work)
    {
        await work();
        _commits.Clear();
    }

    /// <summary>Something that somebody else does between the next decision and its commit.</summary>
    private void Meanwhile(Func<Task> work)
    {
        _store.Committing += First;

        void First(Commit commit)
        {
            _store.Committing -= First;
            Assert.True(work().IsCompletedSuccessfully); // this store never waits
        }
    }

    private Task Work(IEnumerable<Delivery> deliveries) => _dispatcher.WorkAsync(new("room", [.. deliveries]), CancellationToken.None);

    private static Delivery Posted(int number) => Of($"d{number}", Some.Posted($"message {number}", $"m{number}", at: Some.Time.AddSeconds(number)));

    private static Delivery Command(string id, string text) => Of(id, Some.Command(text));

    private static Delivery Of(string id, ChatEvent said) => new(id, Translators.Own, "room", BotJson.Write(said), Some.Time);
}
