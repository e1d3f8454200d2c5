using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events;

/// <summary>Reactions that mark a message as worth finding again: 📌 and 📍, as in Slack
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#message-reaction-events).</summary>
/// <remarks>Of the quick reactions of Teams none is one: 👍 and ❤️ are how people agree, and a timeline of what was liked would hide what matters.
/// Teams names an emoji by code point and name, as <c>1f4cc_pushpin</c>; Graph, and clients to come, by itself.</remarks>
internal static class Highlights
{
    private static readonly string[] Pins = ["1f4cc", "1f4cd", "📌", "📍", "pushpin"];

    public static bool IsPin(string? reaction) => reaction is not null && Pins.Contains(reaction.Split('_')[0], StringComparer.OrdinalIgnoreCase);

    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity said, CancellationToken ct)
    {
        if (said.IsPersonal || said.Body.Filled("replyToId") is not { } message || said.IsSelf(said.Body.Part("from")?.Text("id"))) return [];
        bool? on = Any(said, "reactionsAdded") ? true : Any(said, "reactionsRemoved") ? false : null;
        return on is { } set ? [new HighlightSet(said.At, await said.ByAsync(ct), said.PlaceOf(message), new(said.Place.Channel, message), "reaction", set)] : [];
    }

    private static bool Any(Activity said, string list) => said.Body.Items(list).Any((JsonElement reaction) => IsPin(reaction.Text("type")));
}
