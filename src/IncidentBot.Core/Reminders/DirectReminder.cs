using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Core.Reminders;

/// <summary>What an occurrence of the schedule owes to a person: said once, at their next working time.</summary>
/// <param name="Key">The once-key.</param>
internal sealed record DirectReminder(Person To, string Key, Decision Decision)
{
    /// <summary>Those that can be said now.</summary>
    public static IEnumerable<Decision> Sayable(IEnumerable<DirectReminder> owed, Standing standing) =>
        from reminder in owed
        where WorkingTime.Is(standing.Now, reminder.To, standing.Settings)
        select reminder.Decision with { Once = [reminder.Key] };

    /// <summary>When the next of them can be said that has to wait; null when none has.</summary>
    public static DateTimeOffset? WaitUntil(IEnumerable<DirectReminder> owed, Standing standing) => owed
        .Where(reminder => !standing.Happened.Contains(reminder.Key) && !WorkingTime.Is(standing.Now, reminder.To, standing.Settings))
        .Select(reminder => (DateTimeOffset?)WorkingTime.Next(standing.Now, reminder.To, standing.Settings))
        .Min();
}
