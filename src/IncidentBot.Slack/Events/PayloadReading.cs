using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Events.Interactivity;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Events;

/// <summary>What a payload tells, in neutral words. Never throws for JSON of whatever shape; what it cannot read tells nothing.</summary>
internal static class PayloadReading
{
    public static ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(JsonElement payload, SlackSelf self, PeopleLookup people, DateTimeOffset receivedAt, CancellationToken ct)
    {
        if (TeamOf(payload, self) is not { } team) return ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]);
        var reading = new Reading(team, self, people, payload.Filled("api_app_id"));
        var done = new Interaction(reading, payload, receivedAt);
        return PayloadKinds.KindOf(payload) switch
        {
            PayloadKind.Event => EventTable.ReadAsync(SlackEvent.Of(payload, reading, receivedAt), ct),
            PayloadKind.SlashCommand => SlashCommands.ReadAsync(done, ct),
            PayloadKind.Buttons => Buttons.ReadAsync(done, ct),
            PayloadKind.Submission => Submissions.ReadAsync(done, ct),
            PayloadKind.MessageMenu => MessageMenu.ReadAsync(done, ct),
            PayloadKind.Shortcut => Shortcuts.ReadAsync(done with { At = SlackTime.Read(payload.Filled("action_ts")) ?? receivedAt }, ct),
            PayloadKind.Other => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]),
        };
    }

    /// <summary>The workspace for which the payload came. In channels that workspaces share, events name the installation that hears them, and who clicks may be of another workspace.</summary>
    public static string? TeamOf(JsonElement payload, SlackSelf self) =>
        payload.Items("authorizations").FirstOrDefault().Filled("team_id") ?? payload.Filled("team_id") ?? self.Team ?? payload.Part("team")?.Filled("id") ?? payload.Part("user")?.Filled("team_id");
}
