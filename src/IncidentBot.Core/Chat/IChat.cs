namespace IncidentBot.Core.Chat;

/// <summary>The one way out to a chat platform. Verbs of chat only: no feature, no platform type.</summary>
/// <remarks>Every verb throws <see cref="ChatException"/> for what the platform refuses or fails; the outbox catches it, once.
/// <c>key</c> of a verb is the same on a repeat: where it is unknown whether the first try arrived, the adapter looks before it repeats.</remarks>
public interface IChat
{
    /// <summary>The workspaces that this chat speaks for are those for which this is true.</summary>
    bool Serves(string workspace);

    ChatCapabilities Capabilities { get; }

    /// <summary>Posts a card and returns the message that now stands.</summary>
    Task<MessageRef> PostAsync(Place to, Card card, string key, CancellationToken ct);

    /// <summary>Replaces the bot's own message. Throws with <see cref="ChatFault.Gone"/> when it no longer stands.</summary>
    Task UpdateAsync(MessageRef message, Card card, CancellationToken ct);

    /// <summary>Shows a card to one person only.</summary>
    Task WhisperAsync(Place to, PersonRef person, Card card, string key, CancellationToken ct);

    Task ReactAsync(MessageRef message, string emoji, CancellationToken ct);

    Task PinAsync(MessageRef message, CancellationToken ct);

    Task UploadAsync(Place to, string fileName, string content, RichText comment, string key, CancellationToken ct);

    /// <summary>Opens the room, or finds the one that an earlier try with this request's key opened.</summary>
    Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct);

    /// <summary>The place of the direct conversation with a person.</summary>
    Task<Place> DirectAsync(PersonRef person, CancellationToken ct);

    /// <summary>The room's messages of people, thread replies included, oldest first, as they stand now.</summary>
    IAsyncEnumerable<MessagePosted> HistoryAsync(Place room, DateTimeOffset since, CancellationToken ct);
}

public sealed record OpenedRoom(Place Place, string Name, IReadOnlyList<PersonRef> Members);

/// <summary>What differs between platforms and a feature may ask about.</summary>
/// <param name="Rooms">A channel can be opened for each incident.</param>
/// <param name="Threads">Replies to a message of the bot stand in a thread of their own and reach the bot.</param>
/// <param name="CommandPrefix">How a command is typed, e.g. <c>/incident</c>.</param>
public sealed record ChatCapabilities(bool Rooms, bool Threads, string CommandPrefix);

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
public sealed class ChatException(ChatFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ChatFault Fault { get; } = fault;

    /// <summary>How long the platform asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
