using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>What was chosen in the menu of a message (docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload).</summary>
internal static class MessageMenu
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Interaction done, CancellationToken ct)
    {
        if (done.User is not { } user || done.Payload.Filled("callback_id") is not { } action) return [];
        if (done.Payload.Id("channel") is not { } channel || done.Payload.Part("message") is not { } message) return [];
        if (await MessageReading.ReadAnyAsync(done.Reading, channel, message, ct) is not { Posted: { } posted }) return [];
        return [new MessageChosen(done.At, await done.ByAsync(user, ct), posted.Place, posted.Message, action, posted.Text, posted.By, posted.At)];
    }
}
