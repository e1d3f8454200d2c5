using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>Puts what happened into envelopes and tells the app what it may know.</summary>
public sealed class EventFeed(WorkspaceState state, Deliveries deliveries, IReadOnlySet<string> subscribed)
{
    private int _number;

    /// <summary>For what only members of the conversation are told.</summary>
    public void TellMember(Conversation where, JsonObject happened)
    {
        if (where.Has(state.Bot)) Tell(happened);
    }

    public void Tell(JsonObject happened)
    {
        if (!subscribed.Contains(Subscription(happened))) return;
        var time = (string?)happened["event_ts"] ?? state.NewTs();
        happened["event_ts"] = time;
        deliveries.Post(new("events_api", new()
        {
            ["token"] = "deprecated",
            ["team_id"] = WorkspaceState.TeamId,
            ["context_team_id"] = WorkspaceState.TeamId,
            ["api_app_id"] = WorkspaceState.AppId,
            ["event"] = happened,
            ["type"] = "event_callback",
            ["event_id"] = string.Create(CultureInfo.InvariantCulture, $"Ev0DBL{Interlocked.Increment(ref _number):D6}"),
            ["event_time"] = long.Parse(time.Split('.')[0], CultureInfo.InvariantCulture),
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = WorkspaceState.TeamId, ["user_id"] = state.Bot.Id, ["is_bot"] = true, ["is_enterprise_install"] = false }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = "4-double",
        }, Accepts: false));
    }

    /// <summary>Messages are subscribed to by the kind of their conversation. https://docs.slack.dev/reference/events/message</summary>
    private static string Subscription(JsonObject happened) => (string)happened["type"]! is var type && type != "message" ? type
        : (string?)happened["channel_type"] is "im" ? "message.im"
        : $"message.{(string?)happened["channel_type"]}s";
}
