using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders.Escalations;

namespace IncidentBot.Core.Reminders;

/// <summary>What is open in each incident's room: action items, an unfinished postmortem, accepted risks to look at again, in one digest a room.</summary>
/// <remarks>Without its room, a public incident is told of in the announcement channel; else its commander (or who declared it) is told directly.</remarks>
internal static class RoomDigests
{
    public static IEnumerable<Decision> At(Standing standing, DateTimeOffset due, string week) =>
        from digest in All(standing, due)
        where digest.Listener.Room is not null
        select digest.Decision with { Once = [digest.Listener.Key(week)] };

    /// <summary>Those that are for a person.</summary>
    public static IEnumerable<DirectReminder> Direct(Standing standing, DateTimeOffset due, string week) =>
        from digest in All(standing, due)
        where digest.Listener.Room is null
        select new DirectReminder(digest.Person, digest.Listener.Key(week), digest.Decision);

    private static IEnumerable<(Listener Listener, Person Person, Decision Decision)> All(Standing standing, DateTimeOffset due)
    {
        var postmortems = UnfinishedPostmortem.At(standing, due).ToList();
        var items = standing.ActionItems.Where(item => standing.Incidents.ContainsKey(item.Incident)).ToList();
        var risks = standing.DueRisks.Where(risk => standing.Incidents.ContainsKey(risk.Incident)).ToList();
        var incidents = items.Select(item => standing.Incidents[item.Incident]).Concat(postmortems.Select(postmortem => postmortem.Incident)).Concat(risks.Select(risk => standing.Incidents[risk.Incident])).DistinctBy(incident => incident.Id).ToList();

        return incidents
            .GroupBy(incident => ListenerOf(incident, standing.Settings))
            .Select(group =>
            {
                var ids = group.Select(incident => incident.Id).ToHashSet();
                return (Listener: group.Key, Person: PersonOf(group.First()), Items: items.Where(item => ids.Contains(item.Incident)).ToList(), Postmortems: postmortems.Where(postmortem => ids.Contains(postmortem.Incident.Id)).ToList(), Risks: risks.Where(risk => ids.Contains(risk.Incident)).ToList());
            })
            .Where(digest => digest.Postmortems.Count + digest.Risks.Count > 0 || digest.Items.Any(item => item.OwedSince <= due && item.SnoozedUntil(standing.Incidents[item.Incident], due) is null))
            .Select(digest => (digest.Listener, digest.Person, new Decision
            {
                Save = [.. ForTheRoom(digest.Items, standing).Select(item => item with { FollowUp = item.FollowUp with { OthersAsked = standing.Now } })],
                Say = [.. ReminderCards.Digest([.. digest.Items.MostUrgentFirst()], digest.Postmortems, digest.Risks, standing, digest.Listener.Room).Select(digest.Listener.Hears)],
            }));
    }

    /// <summary>Items for which help is asked in the digest: said once an item.</summary>
    internal static IEnumerable<ActionItem> ForTheRoom(IEnumerable<ActionItem> items, Standing standing) =>
        items.Where(item => LongOverdue.IsForTheRoom(item, standing.Incidents[item.Incident], standing.Now, standing.Settings.Reminding));

    private static Listener ListenerOf(Incident incident, BotSettings settings)
    {
        if (IncidentSayings.RoomOf(incident) is { } room) return new(room, null);
        if (!incident.Private && settings.AnnounceChannel is { } channel) return new(new(new(incident.Id.Workspace, channel)), null);
        return new(null, PersonOf(incident).Ref);
    }

    private static Person PersonOf(Incident incident) => incident.Commander is { } commander && incident.VisibleTo(commander.Ref) ? commander : incident.DeclaredBy;

    /// <summary>A room, or else a person.</summary>
    private sealed record Listener(Place? Room, PersonRef? Person)
    {
        public string Key(string week) => Room is { } room ? WeeklyReminders.Key(week, room) : $"{WeeklyReminders.Key(week, Person!)}:rooms";

        public Saying Hears(Card card) => Room is { } room ? new Say(room, card) : new SayDirectly(Person!, card);
    }
}
