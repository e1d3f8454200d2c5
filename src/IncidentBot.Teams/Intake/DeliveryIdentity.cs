using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Intake;

/// <summary>By what an activity is known again when it comes twice, its conversation, type and id; and what it must stay in order with, all of its channel.
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages)</summary>
/// <remarks>A message has its id to itself. What happens to it later, edit after edit, comes under the same id and is told apart by what it says and when. A dialog counts once, however often it is submitted.</remarks>
internal sealed record DeliveryIdentity(string Id, string OrderKey)
{
    private static readonly string[] Telling =
        ["timestamp", "name", "action", "text", "value", "replyToId", "from", "attachments", "reactionsAdded", "reactionsRemoved", "membersAdded", "membersRemoved", "topicName", "channelData"];

    /// <param name="told">What it tells; null when nobody can say.</param>
    public static DeliveryIdentity Of(JsonElement activity, IReadOnlyList<ChatEvent>? told)
    {
        var orderKey = told is [var said, ..] ? said.Place.Channel.ToString() : $"teams:{activity.Part("conversation")?.Filled("id")}";
        if (told is [FormSubmitted] && CardData.Read(activity.Part("value") ?? default) is SubmittedForm { Origin.Id: { } dialog }) return new($"teams:dialog:{dialog}", orderKey);
        var (conversation, type, id) = (activity.Part("conversation")?.Filled("id"), activity.Filled("type"), activity.Filled("id"));
        var unique = type == "message" && id is not null ? "" : ":" + Fingerprint(activity);
        return new($"teams:{conversation}:{type}:{id}{unique}", orderKey);
    }

    private static string Fingerprint(JsonElement activity)
    {
        var told = string.Join('\n', Telling.Select(name => activity.Part(name)?.GetRawText()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..32];
    }
}
