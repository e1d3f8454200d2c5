using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>Shortcuts that stand in no channel (docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload).</summary>
internal static class Shortcuts
{
    /// <summary>As a command without a title, which opens the same form.</summary>
    private const string Declare = "start";

    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Interaction done, CancellationToken ct) =>
        done.Payload.Filled("callback_id") == IncidentActions.Declare && done.User is { } user
            ? [new CommandGiven(done.At, await done.ByAsync(user, ct), DirectPlace.Of(done.Team, user), Declare)]
            : [];
}
