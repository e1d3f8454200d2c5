using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Histories;

/// <summary>What must have happened in a room that we did not hear of: our record held against the room's own history. Pure.</summary>
/// <remarks>Once the events are worked on, asking again gives none; the order in which the history stands does not matter.</remarks>
public static class MissedEvents
{
    public static IReadOnlyList<ChatEvent> Of(HistoryWindow window, IReadOnlyDictionary<MessageRef, KnownMessage> known) =>
    [
        .. window.Standing.OrderBy(message => message.Posted.At).ThenBy(message => message.Posted.Message.Id, StringComparer.Ordinal)
            .SelectMany(message => OfStanding(message, known.GetValueOrDefault(message.Posted.Message))),
        .. known.Values.Where(message => IsGone(message, window, known)).OrderBy(message => message.At).ThenBy(message => message.Message.Id, StringComparer.Ordinal)
            .Select(message => new MessageDeleted(window.ReadAt, message.By, window.PlaceOf(message), message.Message, message.At)),
    ];

    private static IEnumerable<ChatEvent> OfStanding(StandingMessage message, KnownMessage? known)
    {
        if (known is { Deleted: true } or { Arrived: true, Followed: false }) yield break;
        if (Edited(message, known) is { } edited) yield return edited; // before the message itself: how that read at first stays unknown
        if (known is not { Arrived: true }) yield return message.Posted with { FromHistory = true };
    }

    // A text that differs though nobody edited it was only rendered in another way, for example with a person's new name.
    private static MessageEdited? Edited(StandingMessage message, KnownMessage? known)
    {
        var posted = message.Posted;
        if (message.EditedAt is not { } at || known?.EditedAt >= at || (known is { Arrived: true } && (known.Text == posted.Text || known.Text == posted.ToBot))) return null;
        return new(at, posted.By, posted.Place, posted.Message, posted.Text, posted.At) { Mentions = posted.Mentions, ToBot = posted.ToBot };
    }

    private static bool IsGone(KnownMessage message, HistoryWindow window, IReadOnlyDictionary<MessageRef, KnownMessage> known) =>
        message is { Deleted: false, Followed: true } && message.At >= window.From && message.At < window.To && !window.Seen.Contains(message.Message) && window.Covers(message, known);
}
