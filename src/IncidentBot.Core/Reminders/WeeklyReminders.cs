using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders.Reviews;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Reminders;

/// <summary>What each occurrence of the schedule owes: a digest to every room with open items, and a direct message to everybody who has something to do,
/// once per room or person and ISO week. Who has quiet hours then is told when they end.</summary>
public static class WeeklyReminders
{
    public static string DealtWith(DateTimeOffset occurrence) => $"reminders:{occurrence.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";

    public static IEnumerable<Decision> At(Standing standing)
    {
        if (standing.RemindersDue is not { } due) return [];
        var week = WeekOf(due, standing.Settings);
        return
        [
            .. RoomDigests.At(standing, due, week),
            .. LowBudgets.At(standing, week),
            .. WeeklyPolicy.At(standing, week),
            .. DirectReminder.Sayable(Direct(standing, due), standing),
        ];
    }

    /// <summary>Marks the occurrence as dealt with, so that nothing is said between two of them. To be committed when all that it owes is; null while somebody is to be told later.</summary>
    public static Decision? Done(Standing standing) => standing.RemindersDue is { } due && WaitUntil(standing) is null ? new() { Once = [DealtWith(due)] } : null;

    /// <summary>When somebody can be told who could not be now; null when nobody waits.</summary>
    public static DateTimeOffset? WaitUntil(Standing standing) => standing.RemindersDue is { } due ? DirectReminder.WaitUntil(Direct(standing, due), standing) : null;

    /// <summary>The once-keys of all that is owed to people; those that happened are to be in <see cref="Standing.Happened"/>.</summary>
    public static IEnumerable<string> DirectKeys(Standing standing) => standing.RemindersDue is { } due ? Direct(standing, due).Select(reminder => reminder.Key) : [];

    internal static string Key(string week, PersonRef person) => $"weekly:{week}:{person}";

    internal static string Key(string week, Place room) => $"weekly:{week}:room:{room}";

    private static IEnumerable<DirectReminder> Direct(Standing standing, DateTimeOffset due)
    {
        var week = WeekOf(due, standing.Settings);
        IEnumerable<DirectReminder> all = [.. OwnerReminders.At(standing, due, week), .. PostmortemReminders.At(standing, due, week), .. RoomDigests.Direct(standing, due, week)];
        return all.Where(reminder => !reminder.To.Ref.IsMachine); // what an alert declared is reminded of in its room
    }

    private static string WeekOf(DateTimeOffset due, BotSettings settings) => new ReminderSchedule(settings.ReminderSchedule, settings.ReminderTimeZone).WeekOf(due);
}
