using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reminders;

/// <summary>Each owner's open items, said to them directly; those of private incidents only while they are in the room.</summary>
internal static class OwnerReminders
{
    public static IEnumerable<Decision> At(Standing standing, DateTimeOffset due, string week) =>
        from item in standing.ActionItems
        where item.Owner is { } owner && standing.Incidents.TryGetValue(item.Incident, out var incident) && incident.VisibleTo(owner.Ref)
        group item by item.Owner!.Ref into owned
        where owned.Any(item => item.AddedAt <= due)
        select new Decision
        {
            Once = [WeeklyReminders.Key(week, owned.Key)],
            Say = [.. ReminderCards.Owner([.. owned.MostUrgentFirst()], standing, standing.CommandPrefix(owned.Key.Workspace)).Select(card => new SayDirectly(owned.Key, card))],
        };
}
