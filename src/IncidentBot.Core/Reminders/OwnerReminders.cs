using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Reminders;

/// <summary>Each owner's open items, said to them directly, without those that are snoozed; those of private incidents only while they are in the room.</summary>
internal static class OwnerReminders
{
    public static IEnumerable<Decision> At(Standing standing, DateTimeOffset due, string week) =>
        from item in standing.ActionItems
        where item.Owner is { } owner && standing.Incidents.TryGetValue(item.Incident, out var incident) && incident.VisibleTo(owner.Ref) && item.SnoozedUntil(incident, standing.Now) is null
        group item by item.Owner!.Ref into owned
        where owned.Any(item => item.OwedSince <= due)
        select new Decision
        {
            Once = [WeeklyReminders.Key(week, owned.Key)],
            Say = [.. ReminderCards.Owner([.. owned.MostUrgentFirst()], standing, standing.CommandPrefix(owned.Key.Workspace)).Select(card => new SayDirectly(owned.Key, card))],
        };
}
