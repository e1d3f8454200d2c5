using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Teams.Conversations;

/// <summary>Whether an activity tells that the bot was taken out of a conversation: after it nothing can be said there
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).</summary>
internal static class Removal
{
    public static bool Of(JsonElement activity, string bot) => activity.Text("type") switch
    {
        "installationUpdate" => activity.Text("action") == "remove",
        "conversationUpdate" => activity.Items("membersRemoved").Any(member => member.Text("id") == bot),
        _ => false,
    };
}
