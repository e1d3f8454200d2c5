using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Histories;

/// <summary>A stretch of a room's own history, read whole. What is known and is not in it was deleted.</summary>
/// <param name="From">From this time on, inclusive.</param>
/// <param name="To">Up to this time, exclusive.</param>
/// <param name="ReadAt">When the reading began.</param>
/// <param name="Standing">The messages read of this stretch, in any order.</param>
public sealed record HistoryWindow(Place Room, DateTimeOffset From, DateTimeOffset To, DateTimeOffset ReadAt, IReadOnlyList<StandingMessage> Standing)
{
    /// <summary>Every message seen since the reading began.</summary>
    public required IReadOnlySet<MessageRef> Seen { get; init; }

    /// <summary>Threads whose replies were surely read, by their first messages.</summary>
    public required IReadOnlySet<string> Threads { get; init; }

    /// <summary>The reading began where the room began, so that no thread is older.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether a message would have been seen if it still stood. Replies in a thread that is older, or whose first message is gone, may not have been read.</summary>
    public bool Covers(KnownMessage message, IReadOnlyDictionary<MessageRef, KnownMessage> known) =>
        message.Thread is not { } thread || thread == Room.Thread || Threads.Contains(thread) || (Whole && !known.ContainsKey(new(Room.Channel, thread)));

    public Place PlaceOf(KnownMessage message) => message.Thread is { } thread ? new(Room.Channel, thread) : Room;
}
