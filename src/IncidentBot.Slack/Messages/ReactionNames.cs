using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Messages;

/// <summary>What Slack calls the emoji that the bot reacts with.</summary>
internal static class ReactionNames
{
    public static string Of(string emoji) => emoji switch
    {
        "✅" => "white_check_mark",
        "📌" => "pushpin",
        "👀" => "eyes",
        _ => throw new ChatException(ChatFault.Refused, $"The bot has no Slack name for {emoji}."),
    };
}
