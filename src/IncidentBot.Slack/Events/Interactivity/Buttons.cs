using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Rendering;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>Pressed buttons (docs.slack.dev/reference/interaction-payloads/block_actions-payload). Other elements, and buttons that are links, mean nothing.</summary>
internal static class Buttons
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Interaction done, CancellationToken ct)
    {
        if (done.User is not { } user) return [];
        var pressed = new List<ChatEvent>();
        foreach (var action in done.Payload.Items("actions"))
            if (action.Text("type") == "button" && action.Filled("url") is null && action.Filled("action_id") is { } id)
                pressed.Add(new ButtonPressed(
                    SlackTime.Read(action.Filled("action_ts")) ?? done.At, await done.ByAsync(user, ct), PlaceOf(done, user), MessageOf(done), SlackActionId.Read(id), action.Text("value") ?? ""));
        return pressed;
    }

    private static Place PlaceOf(Interaction done, string user)
    {
        var container = done.Payload.Part("container");
        if (ChannelOf(done) is not { } channel) return DirectPlace.Of(done.Team, user);
        var thread = done.Payload.Part("message") is { } message ? MessageReading.ThreadOf(message) : null;
        var said = container?.Filled("thread_ts");
        return SlackIds.Place(done.Team, channel, thread ?? (said == container?.Filled("message_ts") ? null : said));
    }

    // What only one person sees cannot be addressed afterwards.
    private static MessageRef? MessageOf(Interaction done)
    {
        var container = done.Payload.Part("container");
        if (container?.Says("is_ephemeral") ?? false) return null;
        return ChannelOf(done) is { } channel && (container?.Filled("message_ts") ?? done.Payload.Part("message")?.Filled("ts")) is { } ts ? new(SlackIds.Channel(done.Team, channel), ts) : null;
    }

    private static string? ChannelOf(Interaction done) => done.Payload.Part("container")?.Filled("channel_id") ?? done.Payload.Id("channel");
}
