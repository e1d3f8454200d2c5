using CsCheck;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class DispatcherTests
{
    private static readonly MessageRef Review = Some.Message("review");
    private static readonly MessageRef Prompt = Some.Message("prompt");

    [Fact]
    public async Task Messages_of_a_lease_are_captured_by_one_commit()
    {
        var store = await WorkedOn(64, Some.Posted("one", "m1"), Some.Posted("two", "m2"), Some.Posted("three", "m3"));
        Assert.Equal(2, store.Commits); // the first one is the incident's
        Assert.Equal(["one", "two", "three"], store.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_message_that_comes_twice_in_a_lease_stands_once()
    {
        var store = await WorkedOn(64, Some.Posted("one", "m1"), Some.Posted("two", "m2"), Some.Posted("two", "m2"), Some.Posted("three", "m3"));
        Assert.Equal(["one", "three", "two"], store.Entries.Select(entry => entry.Text).Order());
    }

    [Fact]
    public async Task A_reply_in_the_review_among_other_messages_is_no_entry()
    {
        var store = await WorkedOn(64, Some.Posted("one", "m1"), Some.Posted("an answer", "m2", place: new(Some.Room.Channel, Review.Id)), Some.Posted("two", "m3"));
        Assert.Equal(["one", "two"], store.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_read_is_put_aside_and_the_others_go_on()
    {
        var store = await Prepared();
        await Add(store, "d1", BotJson.Write<ChatEvent>(Some.Posted("one", "m1")));
        await Add(store, "d2", "no event");
        await Add(store, "d3", BotJson.Write<ChatEvent>(Some.Posted("two", "m2")));
        await WorkOn(store, 64);
        Assert.Equal(["one", "two"], store.Entries.Select(entry => entry.Text));
        Assert.Equal("d2", Assert.Single(store.Queues.Parked).Delivery.Id);
    }

    [Fact]
    public void Working_together_comes_to_the_same_as_one_by_one() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 6], Gen.Int[0, 3]).Array[1, 30].Sample(events =>
        {
            var alone = WorkedOn(1, events).GetAwaiter().GetResult();
            var together = WorkedOn(64, events).GetAwaiter().GetResult();
            Assert.Equal(alone.Entries.Select(BotJson.Write), together.Entries.Select(BotJson.Write));
        }, iter: 200);

    private static ChatEvent Event(int kind, int number, int where, int order)
    {
        var place = where switch { 0 => new(Some.Room.Channel, Prompt.Id), 1 => new(Some.Room.Channel, "m1"), _ => Some.Room };
        var (id, at) = ($"m{number}", Some.Time.AddSeconds(order));
        return kind switch
        {
            0 => new MessageEdited(at, Some.Ana, place, Some.Message(id), $"edit {order}", Some.Time),
            1 => new HighlightSet(at, Some.Ben, place, Some.Message(id), "reaction", On: order % 2 == 0),
            _ => Some.Posted($"{id} said", id, place: place, at: Some.Time.AddSeconds(number)),
        };
    }

    private static Task<MemoryStore> WorkedOn(int together, (int Kind, int Number, int Where)[] events) =>
        WorkedOn(together, [.. events.Select((one, order) => Event(one.Kind, one.Number, one.Where, order))]);

    private static async Task<MemoryStore> WorkedOn(int together, params ChatEvent[] events)
    {
        var store = await Prepared();
        foreach (var (order, said) in events.Index()) await Add(store, $"d{order}", BotJson.Write(said));
        await WorkOn(store, together);
        Assert.Empty(store.Queues.Parked);
        return store;
    }

    private static async Task<MemoryStore> Prepared()
    {
        var store = new MemoryStore();
        await store.CommitAsync(new(new() { Save = [Some.Incident() with { Version = 0 }] }, [], Some.Time), CancellationToken.None);
        store.Stand(CardKeys.Review(Some.IncidentId), Review);
        store.Stand(CardKeys.Prompt(Some.IncidentId, FactKind.Trigger), Prompt);
        return store;
    }

    private static Task Add(MemoryStore store, string id, string body) =>
        store.Queues.AddAsync(new(id, Translators.Own, Some.Room.Channel.ToString(), body, Some.Time), CancellationToken.None);

    private static async Task WorkOn(MemoryStore store, int together)
    {
        var loader = new Loader(store, new Chats([new StoryChat(() => [])]), Some.Settings);
        var dispatcher = new Dispatcher(store.Queues, store, loader, new([]), new FakeTimeProvider(Some.Time), NullLogger<Dispatcher>.Instance);
        while (store.Queues.HasDeliveries) await dispatcher.WorkAsync(await ((IInbox)store.Queues).NextAsync(together, CancellationToken.None), CancellationToken.None);
    }
}
