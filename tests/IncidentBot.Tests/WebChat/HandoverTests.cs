using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.WebChat;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static IncidentBot.Tests.WebChat.WebChatUnderTest;

namespace IncidentBot.Tests.WebChat;

public sealed class HandoverTests
{
    [Fact]
    public async Task What_was_not_handed_over_before_a_crash_is_handed_over_after_it_once()
    {
        var before = await OpenAsync();
        await before.SaysAsync("ana", "incidents", "First");
        await before.SaysAsync("ana", "incidents", "Second");
        await using var after = await before.ReopenAsync();
        await after.Handover.HandOverAsync(Ct);
        await after.Handover.HandOverAsync(Ct);
        var lease = await after.Inbox.NextAsync(10, Ct);
        Assert.Equal(["First", "Second"], lease.Deliveries.Select(delivery => ((MessagePosted)BotJson.Read<ChatEvent>(delivery.Body)).Text));
        Assert.Equal(2, (await after.Inbox.DepthAsync(Ct)).Depth);
        Assert.Empty(await after.ToHearAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task While_the_inbox_cannot_store_deliveries_wait_and_are_tried_again()
    {
        await using var chat = await OpenAsync();
        var inbox = new FullInbox();
        using var handover = new Handover(chat.Store, inbox, chat.Time, NullLogger<Handover>.Instance);
        await chat.SaysAsync("ana", "incidents", "It is down");
        await handover.StartAsync(Ct);
        await inbox.Refused.Task.WaitAsync(Ct);
        inbox.Full = false;
        while (!inbox.Added.Task.IsCompleted)
        {
            chat.Time.Advance(TimeSpan.FromSeconds(1));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        await handover.StopAsync(Ct);
        Assert.Equal("It is down", Assert.IsType<MessagePosted>(BotJson.Read<ChatEvent>((await inbox.Added.Task).Body)).Text);
    }

    private sealed class FullInbox : IInbox
    {
        public bool Full { get; set; } = true;

        public TaskCompletionSource Refused { get; } = new();

        public TaskCompletionSource<Delivery> Added { get; } = new();

        public Task<bool> AddAsync(Delivery delivery, CancellationToken ct)
        {
            if (!Full) return Task.FromResult(Added.TrySetResult(delivery));
            Refused.TrySetResult();
            throw new StoreUnavailableException("The disk is full.");
        }

        public Task<Lease> NextAsync(int limit, CancellationToken ct) => throw new NotSupportedException();

        public Task ParkAsync(Delivery delivery, string error, CancellationToken ct) => throw new NotSupportedException();

        public void Release(Lease lease) => throw new NotSupportedException();

        public Task<QueueDepth> DepthAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
