using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>📌 reactions and pins (docs.slack.dev/reference/events/reaction_added, …/pin_added). Neither tells the thread: the place is the channel.</summary>
/// <remarks>What the bot wrote is on no timeline, so marking it means nothing; it pins its own cards.</remarks>
internal static class Highlights
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> OfReactionAsync(SlackEvent said, bool on, CancellationToken ct)
    {
        if (said.Body.Filled("reaction") is not ("pushpin" or "round_pushpin") || said.Body.Part("item") is not { } item) return [];
        return await OfAsync(said, item.Id("channel"), item.Filled("ts"), "reaction", on, ct);
    }

    public static async ValueTask<IReadOnlyList<ChatEvent>> OfPinAsync(SlackEvent said, bool on, CancellationToken ct)
    {
        if (said.Body.Part("item") is not { } item || item.Part("message") is not { } message) return [];
        if (!MessageKinds.IsSaid(message) || said.Reading.Wrote(message)) return [];
        return await OfAsync(said, said.Body.Id("channel_id") ?? item.Id("channel"), message.Filled("ts"), "pin", on, ct);
    }

    private static async ValueTask<IReadOnlyList<ChatEvent>> OfAsync(SlackEvent said, string? channel, string? ts, string how, bool on, CancellationToken ct)
    {
        if (channel is null || ts is null || said.Reading.IsSelf(said.Body.Id("user")) || said.Reading.IsSelf(said.Body.Id("item_user"))) return [];
        return [new HighlightSet(said.At, await said.ByAsync(ct), SlackIds.Place(said.Team, channel), new(SlackIds.Channel(said.Team, channel), ts), how, on)];
    }
}
