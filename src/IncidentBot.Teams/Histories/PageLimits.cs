using System.Text.Json;

namespace IncidentBot.Teams.Histories;

/// <summary>How much is read at once, and when enough was read.</summary>
internal static class PageLimits
{
    /// <summary>Graph gives no more messages in one page (learn.microsoft.com/graph/api/channel-list-messages, chat-list-messages).</summary>
    public const int Most = 50;

    /// <summary>A page that runs from newer to older and lies wholly before the time: whatever follows is older yet.</summary>
    /// <remarks>The order of replies is not documented. In any order but newest first, all pages are read.</remarks>
    public static bool IsBefore(IReadOnlyList<JsonElement> messages, DateTimeOffset since) =>
        messages.Count > 1
        && messages.All(message => ChatMessageReading.ChangedAt(message) < since)
        && ChatMessageReading.CreatedAt(messages[0]) > ChatMessageReading.CreatedAt(messages[^1]);
}
