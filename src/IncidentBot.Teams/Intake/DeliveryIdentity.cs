using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;

namespace IncidentBot.Teams.Intake;

/// <summary>By what an activity is known again when it comes twice: its conversation, type and id.
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages)</summary>
/// <remarks>A message has its id to itself. What happens to it later, edit after edit, comes under the same id and is told apart by what it says and when.</remarks>
internal static class DeliveryIdentity
{
    private static readonly string[] Telling =
        ["timestamp", "name", "action", "text", "value", "replyToId", "from", "attachments", "reactionsAdded", "reactionsRemoved", "membersAdded", "membersRemoved", "topicName", "channelData"];

    public static string Of(JsonElement activity)
    {
        var (conversation, type, id) = (activity.Part("conversation")?.Filled("id"), activity.Filled("type"), activity.Filled("id"));
        return type == "message" && id is not null ? $"teams:{conversation}:message:{id}" : $"teams:{conversation}:{type}:{id}:{Fingerprint(activity)}";
    }

    /// <summary>What must stay in order: all of a channel, whatever the thread.</summary>
    public static string OrderKeyOf(ChannelRef channel) => channel.ToString();

    private static string Fingerprint(JsonElement activity)
    {
        var told = string.Join('\n', Telling.Select(name => activity.Part(name)?.GetRawText()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..32];
    }
}
