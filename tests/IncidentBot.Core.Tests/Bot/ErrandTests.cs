using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class ErrandTests
{
    private readonly MemoryStore _store = new();
    private readonly Outlet _outlet = new();

    [Fact]
    public async Task What_became_of_it_is_told_once()
    {
        await Deliver(new Walk("office"));
        Assert.Equal(Walked, Told());
        Assert.False(_store.Queues.HasSayings);
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_and_tells_nothing_yet()
    {
        _outlet.Fails = new ChatException(ChatFault.Temporary, "it rains");
        await Deliver(new Walk("office"));
        Assert.Equal(1, (await Waiting()).Attempts);
        Assert.False(_store.Queues.HasDeliveries);
    }

    [Fact]
    public async Task A_refusal_is_put_aside_and_told_with_its_reason()
    {
        _outlet.Fails = new ChatException(ChatFault.Refused, "the road is closed");
        await Deliver(new Walk("office"));
        Assert.Equal("the road is closed", Assert.Single(_store.Queues.ParkedSayings).Error);
        Assert.Equal(Walked with { Name = "the road is closed" }, Told());
    }

    [Fact]
    public async Task Without_an_outlet_it_waits()
    {
        await Deliver(new Walk("moon"));
        Assert.Equal(1, (await Waiting()).Attempts);
    }

    private static RoomRenamed Walked => new(Some.Time, Some.Ana, Some.Room, "there");

    private async Task Deliver(Errand errand)
    {
        _store.Queues.Store = _store;
        _store.Queues.Enqueue(errand, Some.Time);
        var delivery = new OutboxDelivery(_store.Queues, _store.Queues, _store, new Chats([]), [_outlet], new StoryPictures(), new FakeTimeProvider(Some.Time), NullLogger<OutboxDelivery>.Instance);
        await delivery.DeliverAsync(await Waiting(), CancellationToken.None);
    }

    private async Task<OutboxRow> Waiting() => Assert.Single(await _store.Queues.NextAsync(CancellationToken.None));

    private ChatEvent Told() => BotJson.Read<ChatEvent>(Assert.Single(((IInbox)_store.Queues).NextAsync(9, CancellationToken.None).Result.Deliveries).Body);

    private sealed record Walk(string To) : Errand("local")
    {
        public override string OrderKey => $"walk:{To}";

        public override ChatEvent? NotDone(DateTimeOffset at, string why) => Walked with { Name = why };
    }

    private sealed class Outlet : IOutlet
    {
        public Exception? Fails { get; set; }

        public bool Does(Errand errand) => errand is Walk { To: "office" };

        public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct) => Fails is { } failure ? Task.FromException<ChatEvent?>(failure) : Task.FromResult<ChatEvent?>(Walked);
    }
}
