using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Reflection;

/// <summary>Asks the room, once, how the review was, when its postmortem is published for the first time.</summary>
public static class AskForPulse
{
    public static Decision After(ChatEvent said, Situation now, Decision decision)
    {
        if (now.Incident is not { } incident || IncidentSayings.RoomOf(incident) is not { } room) return decision;
        if (decision.Save.OfType<Postmortem>().FirstOrDefault() is not { Status: PostmortemStatus.Published, PulseAsked: false } published || now.Postmortem is null or { Status: PostmortemStatus.Published }) return decision;
        var round = new ReflectionRound { Id = RoundId.PulseOf(incident.Id), Incident = incident.Id, Place = room, Week = Anonymity.WeekOf(said.At) };
        return (decision with { Save = [.. decision.Save.Select(saved => saved is Postmortem ? published with { PulseAsked = true } : saved)] })
            .And(new() { Save = [round], Say = [new Say(room, ReflectionCards.Standing(round, now.CommandPrefix), CardKeys.Reflection(round.Id))] });
    }
}
