using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>Which messages are something that people, or other bots, said.</summary>
/// <remarks>The subtypes: docs.slack.dev/reference/events/message. All others, also those that come to be, are lines of the system.</remarks>
internal static class MessageKinds
{
    public const string Changed = "message_changed";
    public const string Deleted = "message_deleted";

    /// <summary>What stands in place of a deleted message that has replies.</summary>
    public const string Tombstone = "tombstone";

    private static readonly HashSet<string> Said = ["file_share", "me_message", "thread_broadcast", "bot_message"];

    public static bool IsSaid(JsonElement message) => message.ValueKind is JsonValueKind.Object && (message.Filled("subtype") is not { } subtype || Said.Contains(subtype));

    /// <summary>True for what tells of another message.</summary>
    public static bool IsAboutAnother(JsonElement message) => message.Filled("subtype") is Changed or Deleted or "message_replied";
}
