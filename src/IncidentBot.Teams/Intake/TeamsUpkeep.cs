using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Events;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Intake;

/// <summary>What concerns the way to Teams: where we are, whom we know, and that we came somewhere or must go.</summary>
internal sealed class TeamsUpkeep(LearnActivity learn, HistoryRequests history, ILogger<TeamsUpkeep> log)
{
    /// <summary>Learns from every activity; durable when it returns.</summary>
    /// <exception cref="StoreUnavailableException">It was not kept.</exception>
    public async Task LearnAsync(JsonElement activity, CancellationToken ct)
    {
        await learn(activity, ct);
        if (Activity.TenantOf(activity) is not { } tenant || activity.Part("recipient")?.Filled("id") is not { } bot) return;
        if (Removal.Of(activity, bot)) log.LogInformation("The bot was taken out of conversation {Conversation} of Teams and hears nothing there", activity.Part("conversation")?.Text("id"));
        else if (Came(activity, bot)) history.Ask(new(TeamsIds.Workspace(tenant)));
    }

    // With the app come its permissions: what was said before may be readable now. A channel restored is heard again.
    private static bool Came(JsonElement activity, string bot) => activity.Text("type") switch
    {
        "installationUpdate" => activity.Text("action") is "add" or "add-upgrade",
        "conversationUpdate" => activity.Items("membersAdded").Any(member => member.Text("id") == bot) || activity.Part("channelData")?.Text("eventType") is "channelRestored" or "teamUnarchived" or "teamRestored",
        _ => false,
    };
}
