using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Slos.Charts;
using IncidentBot.Core.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class OutboxDeliveryTests
{
    private static readonly Card Card = Card.Of("the card");

    private readonly MemoryStore _store = new();
    private readonly StoryChat _chat = new(() => []);
    private readonly FakeTimeProvider _time = new(Some.Time);
    private readonly StoryPictures _pictures = new();
    private readonly OutboxDelivery _delivery;

    public OutboxDeliveryTests()
    {
        _store.Queues.Store = _store;
        _delivery = new(_store.Queues, _store.Queues, _store, new Chats([_chat]), [], _pictures, _time, NullLogger<OutboxDelivery>.Instance);
    }

    [Fact]
    public async Task A_card_said_again_under_its_key_updates_the_message_that_stands()
    {
        await Deliver(new Say(Some.Room, Card, "k"));
        await Deliver(new Say(Some.Room, Card.Of("changed"), "k"));
        Assert.Equal("changed", Assert.Single(_chat.Standing).Value.Fallback);
    }

    [Fact]
    public async Task Without_a_key_each_saying_is_a_message_of_its_own()
    {
        await Deliver(new Say(Some.Room, Card));
        await Deliver(new Say(Some.Room, Card));
        Assert.Equal(2, _chat.Standing.Count);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew_and_found_from_then_on()
    {
        await Deliver(new Say(Some.Room, Card, "k"));
        _chat.Standing.Clear();
        await Deliver(new Say(Some.Room, Card, "k"));
        Assert.Equal(Assert.Single(_chat.Standing).Key, await _store.Cards.MessageAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task Only_an_update_posts_nothing_where_nothing_stands()
    {
        await Deliver(new Say(Some.Room, Card, "k") { OnlyUpdate = true });
        await Deliver(new Say(Some.Room, Card, "k"));
        _chat.Standing.Clear();
        await Deliver(new Say(Some.Room, Card, "k") { OnlyUpdate = true });
        Assert.Empty(_chat.Standing);
        Assert.Empty(_store.Queues.ParkedSayings);
    }

    [Fact]
    public async Task Under_a_card_is_in_its_thread()
    {
        await Deliver(new Say(Some.Room, Card, "head"));
        await Deliver(new Say(Some.Room, Card.Of("reply")) { Under = "head" });
        Assert.Equal("bot1", _chat.Heard[^1].Place.Thread);
    }

    [Theory]
    [InlineData("unknown", "inc-1-checkout-is-failing")]
    [InlineData("head", "elsewhere")]
    public async Task Under_a_card_that_does_not_stand_there_is_top_level(string under, string channel)
    {
        await Deliver(new Say(Some.Room, Card, "head"));
        await Deliver(new Say(Some.Place(channel), Card) { Under = under });
        Assert.Equal(Some.Place(channel), _chat.Heard[^1].Place);
    }

    [Fact]
    public async Task Under_a_card_that_was_deleted_is_top_level()
    {
        await Deliver(new Say(Some.Room, Card, "head"));
        _chat.Fails = Once("post", new ChatException(ChatFault.Gone, "thread_not_found"));
        await Deliver(new Say(Some.Room, Card) { Under = "head" });
        Assert.Equal(Some.Room, _chat.Heard[^1].Place);
    }

    [Fact]
    public async Task Saying_it_directly_goes_to_the_conversation_with_the_person()
    {
        await Deliver(new SayDirectly(Some.Ben.Ref, Card, "k"));
        await Deliver(new SayDirectly(Some.Ben.Ref, Card, "k"));
        Assert.Equal(Some.Place("dm-ben"), _chat.Heard[0].Place);
        Assert.Single(_chat.Standing);
    }

    [Theory]
    [InlineData(ChatFault.Refused)]
    [InlineData(ChatFault.Gone)]
    public async Task Where_whispering_is_not_possible_it_is_said_directly(ChatFault fault)
    {
        _chat.Fails = Once("whisper", new ChatException(fault, "user_not_in_channel"));
        await Deliver(new Whisper(Some.Room, Some.Ben.Ref, Card));
        Assert.Equal(Some.Place("dm-ben"), Assert.Single(_chat.Heard).Place);
    }

    [Fact]
    public async Task A_reaction_to_a_message_that_was_deleted_is_no_loss()
    {
        _chat.Fails = Once("react", new ChatException(ChatFault.Gone, "message_not_found"));
        await Deliver(new React(Some.Message("m1"), "✅"));
        Assert.Empty(_store.Queues.ParkedSayings);
        Assert.False(_store.Queues.HasSayings);
    }

    [Fact]
    public async Task A_pin_that_fails_in_passing_is_tried_again()
    {
        _chat.Fails = Once("pin", new ChatException(ChatFault.Temporary, "internal_error"));
        await Deliver(new Say(Some.Room, Card, "k") { Pin = true });
        Assert.True(_store.Queues.HasSayings);
    }

    [Theory]
    [InlineData(ChatFault.Temporary, 30)]
    [InlineData(ChatFault.Refused, null)]
    public async Task A_pin_that_is_refused_or_must_wait_leaves_the_card_posted_once(ChatFault fault, int? wait)
    {
        _chat.Fails = Once("pin", new ChatException(fault, "ratelimited", wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
        await Deliver(new Say(Some.Room, Card, "k") { Pin = true });
        Assert.False(_store.Queues.HasSayings);
        Assert.Equal(Assert.Single(_chat.Standing).Key, await _store.Cards.MessageAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_later_and_later()
    {
        _chat.Fails = _ => new ChatException(ChatFault.Temporary, "internal_error");
        _store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        var waits = new List<double>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            await _delivery.DeliverAsync(await Waiting(), CancellationToken.None);
            waits.Add(((await Waiting()).DueAt - _time.GetUtcNow()).TotalSeconds);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], waits);
    }

    [Fact]
    public async Task The_wait_that_the_platform_asks_for_is_kept()
    {
        _chat.Fails = _ => new ChatException(ChatFault.Temporary, "ratelimited", TimeSpan.FromSeconds(37));
        await Deliver(new Say(Some.Room, Card));
        Assert.Equal(Some.Time.AddSeconds(37), (await Waiting()).DueAt);
    }

    [Fact]
    public async Task A_request_that_ran_out_of_time_is_tried_again()
    {
        _chat.Fails = _ => new TaskCanceledException("The request timed out.");
        await Deliver(new Say(Some.Room, Card));
        Assert.Equal(1, (await Waiting()).Attempts);
    }

    [Fact]
    public async Task When_the_program_stops_the_row_is_left_as_it_is()
    {
        _chat.Fails = _ => new TaskCanceledException();
        _store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await _delivery.DeliverAsync(await Waiting(), new CancellationToken(canceled: true)));
        Assert.Equal(0, (await Waiting()).Attempts);
    }

    [Fact]
    public async Task What_fails_for_a_day_is_put_aside_with_its_reason()
    {
        _chat.Fails = _ => new ChatException(ChatFault.Temporary, "internal_error");
        _store.Queues.Enqueue(new Say(Some.Room, Card), Some.Time);
        for (var attempt = 1; attempt <= OutboxDelivery.MostAttempts; attempt++)
        {
            Assert.True(_store.Queues.HasSayings);
            await _delivery.DeliverAsync(await Waiting(), CancellationToken.None);
        }
        Assert.False(_store.Queues.HasSayings);
        Assert.Equal("internal_error", Assert.Single(_store.Queues.ParkedSayings).Error);
    }

    [Theory]
    [InlineData(ChatFault.Refused)]
    [InlineData(ChatFault.Gone)]
    public async Task What_the_platform_refuses_is_put_aside_at_once_and_the_next_goes_on(ChatFault fault)
    {
        _chat.Fails = Once("post", new ChatException(fault, "channel_not_found"));
        await Deliver(new Say(Some.Room, Card));
        await Deliver(new Say(Some.Room, Card));
        Assert.Equal("channel_not_found", Assert.Single(_store.Queues.ParkedSayings).Error);
        Assert.Single(_chat.Heard);
    }

    [Fact]
    public async Task A_workspace_that_no_chat_serves_now_is_waited_for()
    {
        await Deliver(new Say(new(new("other", "c")), Card));
        Assert.True(_store.Queues.HasSayings);
    }

    [Fact]
    public async Task An_opened_room_is_told_of_once()
    {
        var open = new OpenRoom("local/INC-1", Some.Place("general"), "inc-1", "", false, Some.Ana, [Some.Ben.Ref]);
        await Deliver(open);
        await Deliver(open);
        var told = BotJson.Read<ChatEvent>(Assert.Single((await ((IInbox)_store.Queues).NextAsync(9, CancellationToken.None)).Deliveries).Body);
        Assert.Equal(("local/INC-1", "inc-1"), told is RoomOpened opened ? (opened.Key, opened.Name) : default);
    }

    [Fact]
    public async Task A_room_that_cannot_be_opened_is_told_of_too()
    {
        _chat.Fails = Once("open-room", new ChatException(ChatFault.Refused, "missing_scope"));
        await Deliver(new OpenRoom("local/INC-1", Some.Place("general"), "inc-1", "", false, Some.Ana, []));
        var told = BotJson.Read<ChatEvent>(Assert.Single((await ((IInbox)_store.Queues).NextAsync(9, CancellationToken.None)).Deliveries).Body);
        Assert.Equal(new RoomNotOpened(Some.Time, Some.Ana, Some.Place("general"), "local/INC-1", "missing_scope"), told);
        Assert.Single(_store.Queues.ParkedSayings);
    }

    [Fact]
    public async Task A_chart_is_posted_as_a_picture_with_its_description()
    {
        await Deliver(SomeImage);
        var (place, image, comment) = Assert.Single(_chat.Images);
        Assert.Equal((Some.Room, "error-budget-checkout-availability.png", SomeImage.Chart.Alt, "words"), (place, image.FileName, image.AltText, comment));
        Assert.Empty(_chat.Heard);
    }

    [Fact]
    public async Task A_chart_that_cannot_be_drawn_is_told_in_words()
    {
        _pictures.Blind = true;
        await Deliver(SomeImage);
        Assert.Empty(_chat.Images);
        Assert.Equal(SomeImage.Chart.Alt, Assert.Single(_chat.Heard).Card.Fallback);
    }

    [Fact]
    public async Task A_chart_that_the_platform_refuses_is_told_in_words()
    {
        _chat.Fails = Once("image", new ChatException(ChatFault.Refused, "file_uploads_disabled"));
        await Deliver(SomeImage);
        Assert.Equal(SomeImage.Chart.Alt, Assert.Single(_chat.Heard).Card.Fallback);
        Assert.Empty(_store.Queues.ParkedSayings);
    }

    [Fact]
    public async Task A_chart_that_fails_in_passing_is_tried_again_as_a_picture()
    {
        _chat.Fails = Once("image", new ChatException(ChatFault.Temporary, "internal_error"));
        await Deliver(SomeImage);
        Assert.Empty(_chat.Heard);
        await _delivery.DeliverAsync(await Waiting(), CancellationToken.None);
        Assert.Single(_chat.Images);
    }

    [Fact]
    public async Task A_chart_goes_into_the_thread_of_its_card()
    {
        await Deliver(new Say(Some.Room, Card, "k"));
        await Deliver(SomeImage with { Under = "k" });
        Assert.Equal(_chat.Standing.Single().Key.Id, Assert.Single(_chat.Images).To.Thread);
    }

    private static PostImage SomeImage => new(Some.Room, SomeChart.Stated(SomeChart.Share(1, 2, 0.3)), "words");

    private static Func<string, Exception?> Once(string verb, Exception failure)
    {
        var left = 1;
        return tried => tried == verb && left-- > 0 ? failure : null;
    }

    private async Task Deliver(Saying saying)
    {
        _store.Queues.Enqueue(saying, Some.Time);
        await _delivery.DeliverAsync(await Waiting(), CancellationToken.None);
    }

    private async Task<OutboxRow> Waiting() => Assert.Single(await _store.Queues.NextAsync(CancellationToken.None));
}
