using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Tests.Storage;
using IncidentBot.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Workers;

public sealed class BackfillWorkerTests : IAsyncLifetime
{
    private static readonly Place Room = Sample.Place("inc-1");

    private readonly LiteDbUnderTest _files = new();
    private readonly FakeTimeProvider _time = new(Sample.Time);
    private readonly HistoryRequests _requests = new();
    private readonly HistoryChat _chat = new();
    private OpenStorage? _open;
    private BackfillWorker? _worker;

    public async ValueTask InitializeAsync()
    {
        _open = await _files.OpenAsync(_time);
        await _open.Store.CommitAsync(Sample.Commit(Sample.Incident(1), Sample.Incident(2)), Ct);
        var chats = new Chats([_chat]);
        var loader = new Loader(_open.Store, chats, new(), TimeProvider.System);
        var deciding = new Deciding(_open.Store, loader, _time);
        _worker = new(new(_open.Store, loader, chats, deciding, _time, NullLogger<Backfill>.Instance), _requests, _time, NullLogger<BackfillWorker>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker!.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _open!.Whole.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task At_the_start_every_room_is_read_and_what_was_missed_is_on_the_timeline()
    {
        _chat.Said = new(new(Sample.Time, Sample.Ana, Room, new(Room.Channel, "m1"), "rolling back"));
        await _worker!.StartAsync(Ct);
        await UntilAsync(() => _chat.Read.Count == 2);
        await UntilAsync(async () => await _open!.Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct) == 1);
        Assert.Equal(["inc-1", "inc-2"], _chat.Read.Order());
    }

    [Fact]
    public async Task A_room_is_read_again_when_an_adapter_asks()
    {
        await StartedAsync();
        _requests.Ask(new(Sample.Workspace, "inc-2"));
        _requests.Ask(new(Sample.Workspace, "inc-2"));
        _requests.Ask(new("elsewhere"));
        await UntilAsync(() => _chat.Read.Count == 3);
        Assert.Equal("inc-2", _chat.Read.Last());
    }

    [Fact]
    public async Task A_room_that_cannot_be_read_now_is_tried_again_and_the_other_is_read()
    {
        _chat.Fails = room => room == "inc-1" ? new ChatException(ChatFault.Temporary, "down") : null;
        await _worker!.StartAsync(Ct);
        await UntilAsync(() => _chat.Read.Count(room => room == "inc-1") >= 3 && _chat.Read.Contains("inc-2"));
        _chat.Fails = _ => null;
        await UntilAsync(async () => await _open!.Store.RoomHistories.FindAsync(Room, Ct) is { ReadUntil: not null });
        Assert.Equal(1, _chat.Read.Count(room => room == "inc-2"));
    }

    [Fact]
    public async Task A_room_that_the_bot_may_not_read_is_not_tried_again_by_itself()
    {
        _chat.Fails = room => room == "inc-1" ? new ChatException(ChatFault.Refused, "not_in_channel") : null;
        await StartedAsync();
        _requests.Ask(new(Sample.Workspace, "inc-2"));
        await UntilAsync(() => _chat.Read.Count == 3);
        Assert.Equal(1, _chat.Read.Count(room => room == "inc-1"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task StartedAsync()
    {
        await _worker!.StartAsync(Ct);
        await UntilAsync(() => _chat.Read.Count == 2);
    }

    private Task UntilAsync(Func<bool> happened) => UntilAsync(() => Task.FromResult(happened()));

    /// <summary>The clock goes on while something is waited for.</summary>
    private async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var looks = 0; looks < 400 && !await happened(); looks++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        }
        Assert.True(await happened());
    }

    /// <summary>A chat of which only the history is asked for.</summary>
    private sealed class HistoryChat : IChat
    {
        public ConcurrentQueue<string> Read { get; } = [];

        public volatile Func<string, ChatException?> Fails = _ => null;

        public StandingMessage? Said { get; set; }

        public string CommandPrefix => "/incident";

        public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(RoomKind.Channel);

        public string? Home => Sample.Workspace;

        public bool Serves(string workspace) => workspace == Sample.Workspace;

        public async IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
        {
            Read.Enqueue(room.Channel.Id);
            await Task.Yield();
            if (Fails(room.Channel.Id) is { } failure) throw failure;
            if (Said is { } said && said.Posted.Place == room) yield return said;
        }

        public string? LinkTo(MessageRef message, string? thread) => null;

        public Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct) => throw Unasked();

        public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => throw Unasked();

        public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct) => throw Unasked();

        public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) => throw Unasked();

        public Task PinAsync(MessageRef message, CancellationToken ct) => throw Unasked();

        public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) => throw Unasked();

        public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) => throw Unasked();

        public Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct) => throw Unasked();

        public Task<Place> DirectAsync(PersonRef person, CancellationToken ct) => throw Unasked();

        public Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct) => throw Unasked();

        public Task SetTopicAsync(Place room, string topic, CancellationToken ct) => throw Unasked();

        public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct) => throw Unasked();

        private static InvalidOperationException Unasked() => new("Nothing but the history is asked for here.");
    }
}
