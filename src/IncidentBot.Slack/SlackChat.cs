using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Files;
using IncidentBot.Slack.Histories;
using IncidentBot.Slack.Messages;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rendering;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack;

/// <summary>The bot's way into Slack.</summary>
internal sealed class SlackChat(
    SlackApi api, SlackBot bot, SlackMessages messages, Whispers whispers, Marks marks, SlackUploads uploads,
    RoomOpening opening, Invitations invitations, Topics topics, Conversations conversations, SlackHistory history) : IChat
{
    /// <summary>What a command begins with.</summary>
    public const string CommandPrefix = "/incident";

    string IChat.CommandPrefix => CommandPrefix;

    public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(RoomKind.Channel);

    /// <inheritdoc />
    /// <remarks>The team of the token, which is asked for when the program starts.</remarks>
    public string? Home => bot.Known.Team is { Length: > 0 } team ? SlackIds.Workspace(team) : null;

    public bool Serves(string workspace) => SlackIds.IsSlack(workspace);

    public Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct) => messages.PostAsync(to, card, key, ct);

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => messages.UpdateAsync(message, card, ct);

    public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct) => whispers.WhisperAsync(to, person, card, ct);

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct) => marks.ReactAsync(message, emoji, ct);

    public Task PinAsync(MessageRef message, CancellationToken ct) => marks.PinAsync(message, ct);

    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct) => uploads.UploadAsync(to, fileName, content, comment, key, ct);

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct) => uploads.PostImageAsync(to, image, comment, key, ct);

    public Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct) => opening.OpenAsync(request, ct);

    public Task<Place> DirectAsync(PersonRef person, CancellationToken ct) => conversations.WithAsync(person, ct);

    public Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct) => invitations.InviteAsync(room, people, ct);

    public Task SetTopicAsync(Place room, string topic, CancellationToken ct) => topics.SetAsync(room, topic, ct);

    /// <inheritdoc />
    /// <remarks>https://docs.slack.dev/reference/methods/views.publish</remarks>
    public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct) =>
        api.CallAsync("views.publish", new() { ["user_id"] = person.Id, ["view"] = SlackHome.Of(card) }, ct);

    public string? LinkTo(MessageRef message, string? thread) => Permalink.Of(bot.Known.Url, message, thread);

    public IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, CancellationToken ct) => history.ReadAsync(room, since, ct);
}
