using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class OutboxDeliveryTests
{
    private static readonly Card Card = Card.Of("the card");

    private readonly OutboxUnderTest _outbox = new();

    [Fact]
    public async Task A_card_said_again_under_its_key_updates_the_message_that_stands()
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "k"));
        await _outbox.Delivers(new Say(Some.Room, Card.Of("changed"), "k"));
        Assert.Equal("changed", Assert.Single(_outbox.Chat.Standing).Value.Fallback);
    }

    [Fact]
    public async Task Without_a_key_each_saying_is_a_message_of_its_own()
    {
        await _outbox.Delivers(new Say(Some.Room, Card));
        await _outbox.Delivers(new Say(Some.Room, Card));
        Assert.Equal(2, _outbox.Chat.Standing.Count);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew_and_found_from_then_on()
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "k"));
        _outbox.Chat.Standing.Clear();
        await _outbox.Delivers(new Say(Some.Room, Card, "k"));
        Assert.Equal(Assert.Single(_outbox.Chat.Standing).Key, await _outbox.Store.Cards.MessageAsync("k", CancellationToken.None));
    }

    [Fact]
    public async Task Only_an_update_posts_nothing_where_nothing_stands()
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "k") { OnlyUpdate = true });
        await _outbox.Delivers(new Say(Some.Room, Card, "k"));
        _outbox.Chat.Standing.Clear();
        await _outbox.Delivers(new Say(Some.Room, Card, "k") { OnlyUpdate = true });
        Assert.Empty(_outbox.Chat.Standing);
        Assert.Empty(_outbox.Store.Queues.ParkedSayings);
    }

    [Fact]
    public async Task Under_a_card_is_in_its_thread()
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "head"));
        await _outbox.Delivers(new Say(Some.Room, Card.Of("reply")) { Under = "head" });
        Assert.Equal("bot1", _outbox.Chat.Heard[^1].Place.Thread);
    }

    [Theory]
    [InlineData("unknown", "inc-1-checkout-is-failing")]
    [InlineData("head", "elsewhere")]
    public async Task Under_a_card_that_does_not_stand_there_is_top_level(string under, string channel)
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "head"));
        await _outbox.Delivers(new Say(Some.Place(channel), Card) { Under = under });
        Assert.Equal(Some.Place(channel), _outbox.Chat.Heard[^1].Place);
    }

    [Fact]
    public async Task Under_a_card_that_was_deleted_is_top_level()
    {
        await _outbox.Delivers(new Say(Some.Room, Card, "head"));
        _outbox.Chat.Fails = OutboxUnderTest.Once("post", new ChatException(ChatFault.Gone, "thread_not_found"));
        await _outbox.Delivers(new Say(Some.Room, Card) { Under = "head" });
        Assert.Equal(Some.Room, _outbox.Chat.Heard[^1].Place);
    }

    [Fact]
    public async Task Saying_it_directly_goes_to_the_conversation_with_the_person()
    {
        await _outbox.Delivers(new SayDirectly(Some.Ben.Ref, Card, "k"));
        await _outbox.Delivers(new SayDirectly(Some.Ben.Ref, Card, "k"));
        Assert.Equal(Some.Place("dm-ben"), _outbox.Chat.Heard[0].Place);
        Assert.Single(_outbox.Chat.Standing);
    }

    [Theory]
    [InlineData(ChatFault.Refused)]
    [InlineData(ChatFault.Gone)]
    public async Task Where_whispering_is_not_possible_it_is_said_directly(ChatFault fault)
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("whisper", new ChatException(fault, "user_not_in_channel"));
        await _outbox.Delivers(new Whisper(Some.Room, Some.Ben.Ref, Card));
        Assert.Equal(Some.Place("dm-ben"), Assert.Single(_outbox.Chat.Heard).Place);
    }

    [Fact]
    public async Task An_opened_room_is_told_of_once()
    {
        var open = new OpenRoom("local/INC-1", Some.Place("general"), "inc-1", "", false, Some.Ana, [Some.Ben.Ref]);
        await _outbox.Delivers(open);
        await _outbox.Delivers(open);
        var told = BotJson.Read<ChatEvent>(Assert.Single((await ((IInbox)_outbox.Store.Queues).NextAsync(9, CancellationToken.None)).Deliveries).Body);
        Assert.Equal(("local/INC-1", "inc-1"), told is RoomOpened opened ? (opened.Key, opened.Name) : default);
    }

    [Fact]
    public async Task A_room_that_cannot_be_opened_is_told_of_too()
    {
        _outbox.Chat.Fails = OutboxUnderTest.Once("open-room", new ChatException(ChatFault.Refused, "missing_scope"));
        await _outbox.Delivers(new OpenRoom("local/INC-1", Some.Place("general"), "inc-1", "", false, Some.Ana, []));
        var told = BotJson.Read<ChatEvent>(Assert.Single((await ((IInbox)_outbox.Store.Queues).NextAsync(9, CancellationToken.None)).Deliveries).Body);
        Assert.Equal(new RoomNotOpened(Some.Time, Some.Ana, Some.Place("general"), "local/INC-1", "missing_scope"), told);
        Assert.Single(_outbox.Store.Queues.ParkedSayings);
    }
}
