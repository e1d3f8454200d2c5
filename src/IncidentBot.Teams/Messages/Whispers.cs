using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Rendering;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Messages;

/// <summary>Messages that one person sees among others, for a day: in preview, so what Teams refuses is for the caller to say directly.</summary>
internal sealed class Whispers(Activities activities, TeamsMessages messages, TeamsPeople people, CardRefs refs, Unsupported unsupported, ILogger<Whispers> log)
{
    public async Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct)
    {
        if (TeamsIds.IsPersonal(to.Channel))
        {
            await messages.PostAsync(to, card, key, ct);
            return;
        }
        if (unsupported.Whispers) throw new ChatException(ChatFault.Refused, "Teams does not show messages to one person here.");
        var mri = await people.MriAsync(person, to.Channel, ct) ?? throw new ChatException(ChatFault.Refused, "Teams does not say who the person is in this conversation.");
        try
        {
            foreach (var part in TeamsCard.Of(card, refs.Known)) await activities.TargetAsync(to, mri, part, ct);
        }
        catch (TeamsApiException refused) when (Unsupported.Tells(refused))
        {
            unsupported.NoWhispers();
            log.LogInformation("From now on what is for one person is said to them directly: {Reason}", refused.Message);
            throw new TeamsApiException(refused.Status, refused.Code, ChatFault.Refused, refused.Message, inner: refused);
        }
    }
}
