using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Incidents;

/// <summary>The room was deleted or archived, or the channel of which it is a thread. After the resolution that is tidying up; before it, people are told how to go on.</summary>
public static class LoseRoom
{
    public static Decision Decide(RoomGone gone, Situation now) => now.Incidents
        .Where(incident => !incident.RoomGone && incident.LivesUnder(gone.Place))
        .Select(incident => Lose(incident, gone, now))
        .Aggregate(Decision.Nothing, (all, one) => all.And(one));

    private static Decision Lose(Incident incident, RoomGone gone, Situation now)
    {
        var lost = incident with { RoomGone = true };
        return new IncidentChange(incident, lost, gone, now)
        {
            Kind = EntryKind.Room,
            Entry = DeclareCards.EntryRoomGone,
            Then = incident.IsOpen ? [.. Told(lost, now)] : [],
        }.Decide();
    }

    private static IEnumerable<Saying> Told(Incident lost, Situation now)
    {
        var card = DeclareCards.RoomGone(Outward.Of(lost), now.CommandPrefix);
        if (IncidentSayings.AnnouncedIn(lost, now.Settings) is { } announced) yield return new Say(announced, card);
        foreach (var person in new[] { lost.DeclaredBy.Ref, lost.Commander?.Ref }.OfType<PersonRef>().Distinct().Where(person => !person.IsMachine && lost.VisibleTo(person))) yield return new SayDirectly(person, card);
    }
}
