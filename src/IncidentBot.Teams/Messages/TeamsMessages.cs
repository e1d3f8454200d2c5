using IncidentBot.Core.Chat;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Messages;

/// <summary>Messages that everybody in a conversation sees.</summary>
/// <remarks>Once: a post is repeated only after a look whether the earlier one arrived, which <see cref="OwnMessages"/> can do where Graph is consented to.</remarks>
internal sealed class TeamsMessages(Activities activities, AnnounceChannels channels, OwnMessages own, SaidParts said, CardRefs refs)
{
    /// <summary>Posts a card and returns its first message. What does not fit into that one follows, in a channel in its thread.</summary>
    public async Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct)
    {
        to = to with { Channel = await channels.ResolveAsync(to.Channel, ct) };
        var parts = TeamsCard.Of(card, refs.Known);
        var posted = parts.Count > 1 ? [.. await said.FindAsync(key, ct)] : new List<string>();
        for (var index = posted.Count; index < parts.Count; index++)
        {
            var place = index > 0 && to.Thread is null && TeamsIds.IsChannel(to.Channel) ? to with { Thread = posted[0] } : to;
            posted.Add((await PostOnceAsync(place, parts[index], index == 0 ? key : key with { Value = $"{key.Value}/{index + 1}" }, ct)).Id);
            if (index + 1 < parts.Count) await said.SaveAsync(key, posted, ct);
        }
        return new(to.Channel, posted[0]);
    }

    /// <exception cref="ChatException"><see cref="ChatFault.Refused"/> when the picture is larger than a message may be.</exception>
    public async Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct)
    {
        var message = TeamsImage.Of(image, comment, refs.Known) ?? throw new ChatException(ChatFault.Refused, $"A picture of {image.Png.Length} bytes does not fit into a Teams message.");
        await PostOnceAsync(to with { Channel = await channels.ResolveAsync(to.Channel, ct) }, message, key, ct);
    }

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct) => activities.UpdateAsync(message, TeamsCard.InOneMessage(card, refs.Known), ct);

    private async Task<MessageRef> PostOnceAsync(Place place, TeamsMessage part, SayingKey key, CancellationToken ct) =>
        await own.SaidAsync(place, key, ct) ?? await activities.PostAsync(place, SayingMark.On(part, key.Value), ct);
}
