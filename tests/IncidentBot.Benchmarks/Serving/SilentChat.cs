using IncidentBot.Core.Chat;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>A chat that takes everything at once and tells nobody.</summary>
/// <param name="history">What it says was posted in every room.</param>
internal sealed class SilentChat(Func<IEnumerable<MessagePosted>> history) : IChat
{
    private int _posted;

    public string CommandPrefix => "/incident";

    public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(RoomKind.Channel);

    public string? Home => RunningIncidents.Workspace;

    public bool Serves(string workspace) => workspace == RunningIncidents.Workspace;

    public Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct) =>
        Task.FromResult(new MessageRef(to.Channel, $"bot{Interlocked.Increment(ref _posted)}"));

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => Task.CompletedTask;

    public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct) => Task.CompletedTask;

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) => Task.CompletedTask;

    public Task PinAsync(MessageRef message, CancellationToken ct) => Task.CompletedTask;

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) => Task.CompletedTask;

    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) => Task.CompletedTask;

    public Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct) =>
        Task.FromResult(new OpenedRoom(new(new(request.Workspace, request.Name)), request.Name, [request.AskedBy.Ref]));

    public Task<Place> DirectAsync(PersonRef person, CancellationToken ct) => Task.FromResult(new Place(new(person.Workspace, "dm-" + person.Id)));

    public Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct) => Task.CompletedTask;

    public Task SetTopicAsync(Place room, string topic, CancellationToken ct) => Task.CompletedTask;

    public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct) => Task.CompletedTask;

    public string? LinkTo(MessageRef message, string? thread) => null;

    public IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, CancellationToken ct) => history().Select(message => new StandingMessage(message)).ToAsyncEnumerable();
}
