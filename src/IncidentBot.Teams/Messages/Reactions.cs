using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Messages;

/// <summary>Reactions of the bot: in preview, so where Teams refuses them people go without.</summary>
internal sealed class Reactions(Activities activities, Unsupported unsupported, ILogger<Reactions> log)
{
    public async Task ReactAsync(MessageRef message, string emoji, CancellationToken ct)
    {
        if (unsupported.Reactions) return;
        try
        {
            await activities.ReactAsync(message, TypeOf(emoji), ct);
        }
        catch (TeamsApiException refused) when (Unsupported.Tells(refused))
        {
            unsupported.NoReactions();
            log.LogInformation("From now on the bot does not react to messages: {Reason}", refused.Message);
        }
        catch (TeamsApiException refused) when (refused.Fault is ChatFault.Refused)
        {
            log.LogInformation("The bot could not react to {Message}: {Reason}", message, refused.Message);
        }
    }

    /// <summary>learn.microsoft.com/microsoftteams/platform/agents-in-teams/reactions</summary>
    private static string TypeOf(string emoji) => emoji switch
    {
        "✅" => "2705_whiteheavycheckmark",
        "📌" => "1f4cc_pushpin",
        "👀" => "1f440_eyes",
        _ => throw new ChatException(ChatFault.Refused, $"The bot has no name in Teams for {emoji}."),
    };
}
