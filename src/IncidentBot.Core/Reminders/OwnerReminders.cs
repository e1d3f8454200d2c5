using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reminders;

/// <summary>Each owner's open items, said to them directly, without those that are snoozed; those of private incidents only while they are in the room.</summary>
internal static class OwnerReminders
{
    public static IEnumerable<DirectReminder> At(Standing standing, DateTimeOffset due, string week) =>
        from item in standing.ActionItems
        where item.Owner is { } owner && standing.Incidents.TryGetValue(item.Incident, out var incident) && incident.VisibleTo(owner.Ref)
        group item by item.Owner!.Ref into owned
        let open = owned.Where(item => item.SnoozedUntil(standing.Incidents[item.Incident], standing.Now) is null).MostUrgentFirst().ToList()
        where open.Exists(item => item.OwedSince <= due)
        select new DirectReminder(PersonIn(owned), WeeklyReminders.Key(week, owned.Key), new()
        {
            Save = [.. owned.Where(item => item.FollowUp.NotReached is not null).Select(TriedAgain)],
            Say = [.. ReminderCards.Owner(open, owned.Count() - open.Count, standing, standing.CommandPrefix(owned.Key.Workspace)).Select(card => new SayDirectly(owned.Key, card))],
        });

    // As they were when the newest item became theirs, with their zone where any tells it.
    private static Person PersonIn(IEnumerable<ActionItem> owned) =>
        owned.OrderByDescending(item => item.Owner!.TimeZone is not null).ThenByDescending(item => item.OwedSince).First().Owner!;

    private static ActionItem TriedAgain(ActionItem item) => item with { FollowUp = item.FollowUp with { NotReached = null } };
}
