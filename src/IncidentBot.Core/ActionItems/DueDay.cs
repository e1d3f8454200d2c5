using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems;

/// <summary>An item's due date against the calendar of its owner, or of its incident while nobody owns it.</summary>
public static class DueDay
{
    public static bool IsOverdue(this ActionItem item, Incident incident, DateTimeOffset now) => item.Status is ActionItemStatus.Open && item.Due < Today(item, incident, now);

    /// <summary>The day until which it is snoozed; null when it is not, or no longer.</summary>
    public static DateOnly? SnoozedUntil(this ActionItem item, Incident incident, DateTimeOffset now) =>
        item.Status is ActionItemStatus.Open && item.FollowUp.SnoozedUntil is { } until && until > Today(item, incident, now) ? until : null;

    public static DateOnly Today(this ActionItem item, Incident incident, DateTimeOffset now) => Zones.DateIn(now, item.Owner is { } owner ? owner.TimeZone : incident.TimeZone);

    /// <summary>Longest overdue first, then by date, priority and number; what has no date comes last.</summary>
    public static IOrderedEnumerable<ActionItem> MostUrgentFirst(this IEnumerable<ActionItem> items) => items
        .OrderBy(item => item.Status)
        .ThenBy(item => item.Due ?? DateOnly.MaxValue)
        .ThenBy(item => item.Priority ?? (Priority)int.MaxValue)
        .ThenBy(item => item.Id.Number);
}
