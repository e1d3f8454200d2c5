using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Files;
using IncidentBot.Teams.Histories;
using IncidentBot.Teams.Messages;
using IncidentBot.Teams.Rooms;

namespace IncidentBot.Teams;

/// <summary>The bot's way into Teams.</summary>
internal sealed class TeamsChat(
    TeamsMessages messages, Whispers whispers, Reactions reactions, TeamsUploads uploads,
    RoomOpening opening, Invitations invitations, DirectConversations conversations, Links links, TeamsHistory history, HomeTenant home) : IChat
{
    /// <summary>What a command begins with in channels and group chats; in a direct conversation it is the text alone.</summary>
    public const string CommandPrefix = "@IncidentBot";

    string IChat.CommandPrefix => CommandPrefix;

    public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(
        TeamsIds.IsPersonal(channel) ? RoomKind.None : TeamsIds.IsChat(channel) ? RoomKind.Chat : RoomKind.Thread,
        CommandsOpenForms: false);

    public string? Home => home.Workspace;

    public bool Serves(string workspace) => TeamsIds.IsTeams(workspace);

    public Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct) => messages.PostAsync(to, card, key, ct);

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => messages.UpdateAsync(message, card, ct);

    public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct) => whispers.WhisperAsync(to, person, card, key, ct);

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) => reactions.ReactAsync(message, emoji, ct);

    /// <inheritdoc />
    /// <remarks>A bot cannot pin in Teams: nothing happens. The head of a room is the thread's first message, which is always at hand there.</remarks>
    public Task PinAsync(MessageRef message, CancellationToken ct) => Task.CompletedTask;

    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) => uploads.UploadAsync(to, fileName, content, comment, key, ct);

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) => messages.PostImageAsync(to, image, comment, key, ct);

    public Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct) => opening.OpenAsync(request, ct);

    public Task<Place> DirectAsync(PersonRef person, CancellationToken ct) => conversations.WithAsync(person, ct);

    public Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct) => invitations.InviteAsync(room, people, ct);

    /// <inheritdoc />
    /// <remarks>Threads and chats of Teams have no such line that a bot could set: nothing happens. The living card shows the same.</remarks>
    public Task SetTopicAsync(Place room, string topic, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc />
    /// <remarks>Teams has no page of the bot that a bot could draw: nothing is shown, and nothing asks for it.</remarks>
    public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct) => Task.CompletedTask;

    public string? LinkTo(MessageRef message, string? thread) => links.ToMessage(message, thread);

    public IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, CancellationToken ct) => history.ReadAsync(room, since, ct);
}
