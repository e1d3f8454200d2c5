using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Events.Text;

namespace IncidentBot.Slack.Events.Interactivity;

/// <summary>Slash commands (docs.slack.dev/interactivity/implementing-slash-commands). They cannot be given in a thread.</summary>
internal static class SlashCommands
{
    private const string PrivateChannel = "a private channel";

    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Interaction given, CancellationToken ct)
    {
        if (given.Payload.Filled("user_id") is not { } user || given.Payload.Filled("channel_id") is not { } channel) return [];
        var by = await given.Reading.People(given.Team, user, given.Payload.Filled("user_name"), ct);
        var text = await IncomingText.ReadAsync(given.Reading, (given.Payload.Text("text") ?? "").Trim(), ct);
        return [new CommandGiven(given.At, by, SlackIds.Place(given.Team, channel), text.Text) { Mentions = text.Mentions, PlaceName = NameOf(given) }];
    }

    private static string? NameOf(Interaction given) => given.Payload.Filled("channel_name") is "privategroup" or "directmessage" ? PrivateChannel : given.Payload.Filled("channel_name");
}
