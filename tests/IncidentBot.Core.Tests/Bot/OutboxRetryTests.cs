using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class OutboxRetryTests
{
    private static readonly Card Card = Card.Of("the card");

    private readonly OutboxUnderTest _outbox = new();

    [Fact]
    public async Task A_pin_that_fails_in_passing_is_tried_again()
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("pin", new ChatException(ChatFault.Temporary, "internal_error"));
        await _outbox.Delivers(new Say(Some.Room, Card, "k") { Pin = true });
        Assert.True(_outbox.Store.Queues.HasSayings);
    }

    [Theory]
    [InlineData(ChatFault.Temporary, 30)]
    [InlineData(ChatFault.Refused, null)]
    public async Task A_pin_that_is_refused_or_must_wait_leaves_the_card_posted_once(ChatFault fault, int? wait)
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("pin", new ChatException(fault, "ratelimited", wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
        await _outbox.Delivers(new Say(Some.Room, Card, "k") { Pin = true });
        Assert.False(_outbox.Store.Queues.HasSayings);
        Assert.Equal(Assert.Single(_outbox.Chat.Standing).Key, await _outbox.Store.Cards.MessageAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_later_and_later()
    {
        _outbox.Chat.Fails = _ => new ChatException(ChatFault.Temporary, "internal_error");
        _outbox.Store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        var waits = new List<double>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            await _outbox.Delivery.DeliverAsync(await _outbox.Waiting(), CancellationToken.None);
            waits.Add(((await _outbox.Waiting()).DueAt - _outbox.Time.GetUtcNow()).TotalSeconds);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], waits);
    }

    [Fact]
    public async Task The_wait_that_the_platform_asks_for_is_kept()
    {
        _outbox.Chat.Fails = _ => new ChatException(ChatFault.Temporary, "ratelimited", TimeSpan.FromSeconds(37));
        await _outbox.Delivers(new Say(Some.Room, Card));
        Assert.Equal(Some.Time.AddSeconds(37), (await _outbox.Waiting()).DueAt);
    }

    [Fact]
    public async Task A_request_that_ran_out_of_time_is_tried_again()
    {
        _outbox.Chat.Fails = _ => new TaskCanceledException("The request timed out.");
        await _outbox.Delivers(new Say(Some.Room, Card));
        Assert.Equal(1, (await _outbox.Waiting()).Attempts);
    }

    [Fact]
    public async Task When_the_program_stops_the_row_is_left_as_it_is()
    {
        _outbox.Chat.Fails = _ => new TaskCanceledException();
        _outbox.Store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await _outbox.Delivery.DeliverAsync(await _outbox.Waiting(), new CancellationToken(canceled: true)));
        Assert.Equal(0, (await _outbox.Waiting()).Attempts);
    }

    [Fact]
    public async Task What_fails_for_a_day_is_put_aside_with_its_reason()
    {
        _outbox.Chat.Fails = _ => new ChatException(ChatFault.Temporary, "internal_error");
        _outbox.Store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        for (var attempt = 1; attempt <= OutboxDelivery.MostAttempts; attempt++)
        {
            Assert.True(_outbox.Store.Queues.HasSayings);
            await _outbox.Delivery.DeliverAsync(await _outbox.Waiting(), CancellationToken.None);
        }
        Assert.False(_outbox.Store.Queues.HasSayings);
        Assert.Equal("internal_error", Assert.Single(_outbox.Store.Queues.ParkedSayings).Error);
    }

    [Theory]
    [InlineData(ChatFault.Refused)]
    [InlineData(ChatFault.Gone)]
    public async Task What_the_platform_refuses_is_put_aside_at_once_and_the_next_goes_on(ChatFault fault)
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("post", new ChatException(fault, "channel_not_found"));
        await _outbox.Delivers(new Say(Some.Room, Card));
        await _outbox.Delivers(new Say(Some.Room, Card));
        Assert.Equal("channel_not_found", Assert.Single(_outbox.Store.Queues.ParkedSayings).Error);
        Assert.Single(_outbox.Chat.Heard);
    }

    [Fact]
    public async Task A_workspace_that_no_chat_serves_now_is_waited_for()
    {
        await _outbox.Delivers(new Say(new(new("other", "c")), Card));
        Assert.True(_outbox.Store.Queues.HasSayings);
    }

    [Fact]
    public async Task A_reaction_to_a_message_that_was_deleted_is_no_loss()
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("react", new ChatException(ChatFault.Gone, "message_not_found"));
        await _outbox.Delivers(new React(Some.Message("m1"), "✅"));
        Assert.Empty(_outbox.Store.Queues.ParkedSayings);
        Assert.False(_outbox.Store.Queues.HasSayings);
    }
}
