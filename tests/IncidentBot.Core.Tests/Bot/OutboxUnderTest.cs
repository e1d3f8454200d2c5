using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

/// <summary>An outbox whose rows go to a chat in memory.</summary>
internal sealed class OutboxUnderTest
{
    public OutboxUnderTest()
    {
        Store.Queues.Store = Store;
        Delivery = new(Store.Queues, Store.Queues, Store, new Chats([Chat]), [], Pictures, Time, NullLogger<OutboxDelivery>.Instance);
    }

    public MemoryStore Store { get; } = new();

    public StoryChat Chat { get; } = new(() => []);

    public FakeTimeProvider Time { get; } = new(Some.Time);

    public StoryPictures Pictures { get; } = new();

    public OutboxDelivery Delivery { get; }

    public async Task Delivers(Saying saying)
    {
        Store.Queues.Enqueue(saying, Some.Time);
        await Delivery.DeliverAsync(await Waiting(), CancellationToken.None);
    }

    /// <summary>The one row that waits.</summary>
    public async Task<OutboxRow> Waiting() => Assert.Single(await Store.Queues.NextAsync(CancellationToken.None));

    /// <summary>Fails what the chat is asked to do, the first time.</summary>
    public static Func<string, Exception?> Once(string verb, Exception failure)
    {
        var left = 1;
        return tried => tried == verb && left-- > 0 ? failure : null;
    }
}
