using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Core.Reminders;

/// <summary>How people are reminded, beside the schedule.</summary>
public sealed record ReminderSettings
{
    /// <summary>When nobody is told anything directly, on each person's own clock; null: never quiet.</summary>
    public QuietHours? QuietHours { get; init; } = new(new(20, 0), new(8, 0));

    /// <summary>Whether people are reminded directly on Saturdays and Sundays.</summary>
    public bool Weekends { get; init; }

    /// <summary>Days overdue after which others are asked to help with an item; for one without an owner or a date, twice as many days after it was added.</summary>
    public int EscalateAfterDays { get; init; } = 14;

    /// <summary>Whom to ask a week after the incident commander: a channel as for announcements, or <c>@</c> and a person's id. Null: the room's digest says it.</summary>
    public string? EscalateTo { get; init; }
}
