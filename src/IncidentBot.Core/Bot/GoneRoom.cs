using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Bot;

/// <summary>Leaves unsaid what nobody could hear: a room that is known to be gone takes no posts, and the outbox would only put them aside for an operator to look at.</summary>
internal static class GoneRoom
{
    public static Decision Unsaid(Decision decision, ChatEvent said, Situation now)
    {
        var incident = decision.Save.OfType<Incident>().FirstOrDefault(saved => saved.Id == now.Incident?.Id) ?? now.Incident;
        if (incident is not { RoomGone: true, Room.Channel: var gone } || said.Place.Channel == gone) return decision; // who speaks there is heard there
        return decision.Say.Any(saying => ChannelOf(saying) == gone) ? decision with { Say = [.. decision.Say.Where(saying => ChannelOf(saying) != gone)] } : decision;
    }

    private static ChannelRef? ChannelOf(Saying saying) => saying switch
    {
        Say say => say.To.Channel,
        Upload upload => upload.To.Channel,
        PostImage image => image.To.Channel,
        Whisper whisper => whisper.To.Channel,
        SetTopic line => line.Room.Channel,
        Invite invite => invite.Room.Channel,
        React react => react.Message.Channel,
        _ => null, // said to a person, or done outside of chats
    };
}
