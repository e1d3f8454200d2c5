using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>What is said where the bot hears only what mentions it.</summary>
internal static class HearPartlyCards
{
    public const string Entry = "The bot hears only messages that mention it here; others are not on the timeline";

    /// <summary>In place of the promise that everything said goes on the timeline.</summary>
    public static RichText Listening => "Messages that mention me go on the timeline; the others only when I may read the messages here.";

    public static Card Told(RoomKind room)
    {
        var (place, owner) = room is RoomKind.Chat
            ? ("chat", "Whoever manages the apps of this chat can change that: remove me from the chat, add me again, and accept my permission to read its messages.")
            : ("channel", "An owner of this team can change that: under Manage team, Apps, update me or add me again, and accept my permission to read the channel's messages.");
        return Card.Of(RichText.Of(
            $"{RichText.Bold("I do not see everything here.")} Messages in this {place} that do not mention me do not reach me, so they are not on the timeline. {owner} What should be kept until then: mention me in it."));
    }
}
