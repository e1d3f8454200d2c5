using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Check;

/// <summary>Whether the bot token is known, and to which workspace it belongs.</summary>
internal static class CheckBot
{
    private const string Subject = "Slack:BotToken";

    public static async Task<CheckLine> RunAsync(SlackApi api, CancellationToken ct)
    {
        try
        {
            var self = await api.CallAsync("auth.test", new(), ct);
            return CheckLine.Fine(Subject, $"it is @{self.Text("user")} in the workspace {self.Text("team")} ({self.Text("team_id")}).");
        }
        catch (SlackApiException refused) when (SlackErrors.IsOfToken(refused.Error))
        {
            return CheckLine.Fault(Subject, $"Slack does not accept it ({refused.Error}). Copy the \"Bot User OAuth Token\" from the app's page \"OAuth & Permissions\"; if there is none, install the app in the workspace.");
        }
        catch (SlackApiException failed)
        {
            return CheckLine.Fault(Subject, $"{failed.Message} Can this machine reach Slack:ApiBaseUrl?");
        }
    }
}
