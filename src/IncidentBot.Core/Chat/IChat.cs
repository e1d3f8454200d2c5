namespace IncidentBot.Core.Chat;

/// <summary>The one way out to a chat platform. Verbs of chat only: no feature, no platform type.</summary>
/// <remarks>Every verb throws <see cref="ChatException"/> for what the platform refuses or fails; the outbox catches it, once.
/// Where it is unknown whether an earlier try arrived, which the <see cref="SayingKey"/> tells, the adapter looks before it repeats.</remarks>
public interface IChat
{
    /// <summary>The workspaces that this chat speaks for are those for which this is true.</summary>
    bool Serves(string workspace);

    /// <summary>The workspace in which the bot speaks of its own accord, for example of an alert; null: not known (yet).</summary>
    string? Home { get; }

    /// <summary>How a command is typed, e.g. <c>/incident</c>.</summary>
    string CommandPrefix { get; }

    /// <summary>What can be done in a channel, chat or direct conversation.</summary>
    ChatCapabilities CapabilitiesAt(ChannelRef channel);

    /// <summary>Posts a card and returns the message that now stands.</summary>
    Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct);

    /// <summary>Replaces the bot's own message. Throws with <see cref="ChatFault.Gone"/> when it no longer stands.</summary>
    Task UpdateAsync(MessageRef message, Card card, CancellationToken ct);

    /// <summary>Shows a card to one person only.</summary>
    Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct);

    Task ReactAsync(MessageRef message, string emoji, CancellationToken ct);

    Task PinAsync(MessageRef message, CancellationToken ct);

    Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct);

    /// <summary>Posts a picture where it can be seen at once, with its description for who cannot see it.</summary>
    Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct);

    /// <summary>Opens the room, or finds the one that an earlier try with this request's key opened.</summary>
    Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct);

    /// <summary>The place of the direct conversation with a person.</summary>
    Task<Place> DirectAsync(PersonRef person, CancellationToken ct);

    /// <summary>Asks people into the room; those who are there already stay.</summary>
    Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct);

    /// <summary>Sets the line at the head of the room.</summary>
    Task SetTopicAsync(Place room, string topic, CancellationToken ct);

    /// <summary>Shows a card on the bot's own page for a person.</summary>
    Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct);

    /// <summary>Where a message can be opened; null where that is not known.</summary>
    /// <param name="thread">The id of the thread's first message, for a reply.</param>
    string? LinkTo(MessageRef message, string? thread);

    /// <summary>What people said in the room from a time on, oldest first, as it stands now; later replies in threads that began shortly before that are included.</summary>
    IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, CancellationToken ct);
}

/// <summary>Names a saying on every try.</summary>
/// <param name="TriedSince">An earlier try may have arrived, at this time or later: look for it first. Null: this is the first try.</param>
public readonly record struct SayingKey(string Value, DateTimeOffset? TriedSince = null);

/// <param name="AltText">Describes it; at most <see cref="LongestAltText"/> characters.</param>
public sealed record ChatImage(string FileName, byte[] Png, string AltText)
{
    /// <summary>Slack takes no longer one (https://docs.slack.dev/reference/methods/files.getUploadURLExternal).</summary>
    public const int LongestAltText = 1000;
}

/// <summary>A message as the platform's history has it.</summary>
/// <param name="Posted">With its text as it reads now.</param>
/// <param name="EditedAt">When it was last edited; null: never.</param>
public sealed record StandingMessage(MessagePosted Posted, DateTimeOffset? EditedAt = null);

/// <param name="Head">The message at the head of the room, which shows <see cref="OpenRoom.Head"/>; null where a room has none.</param>
public sealed record OpenedRoom(Place Place, string Name, IReadOnlyList<PersonRef> Members, MessageRef? Head = null);

/// <summary>What differs between platforms, and between the places of one, and a feature may ask about.</summary>
/// <param name="Rooms">What an incident that is started there gets as its room.</param>
/// <param name="CommandsOpenForms">A typed command can open a form at once. Where it cannot, a button can.</param>
public sealed record ChatCapabilities(RoomKind Rooms, bool CommandsOpenForms = true);

/// <summary>What an incident's room is.</summary>
public enum RoomKind
{
    /// <summary>A channel of its own. Replies to a message of the bot stand in a thread under it.</summary>
    Channel,

    /// <summary>A thread of a channel, under a message of the bot. It has no threads in it; the review gets a thread of its own beside it.</summary>
    Thread,

    /// <summary>The chat in which it was started. There are no threads.</summary>
    Chat,

    /// <summary>None: an incident cannot be started there, as in the direct conversation with the bot.</summary>
    None,
}

public enum ChatFault
{
    /// <summary>Worth another try later.</summary>
    Temporary,

    /// <summary>The message, room or person is no longer there.</summary>
    Gone,

    /// <summary>Will never work as asked.</summary>
    Refused,
}

/// <summary>A platform failed or refused.</summary>
public class ChatException(ChatFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ChatFault Fault { get; } = fault;

    /// <summary>How long the platform asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
