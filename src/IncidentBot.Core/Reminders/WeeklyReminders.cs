using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reminders;

/// <summary>What each occurrence of the schedule owes: a direct message to every owner of open items and a digest to every room with some,
/// once per person or room and ISO week. The last decision marks the occurrence as dealt with, so that nothing is said between two of them.</summary>
public static class WeeklyReminders
{
    public static string DealtWith(DateTimeOffset occurrence) => $"reminders:{occurrence.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";

    public static IEnumerable<Decision> At(Standing standing)
    {
        if (standing.RemindersDue is not { } due) return [];
        var week = new ReminderSchedule(standing.Settings.ReminderSchedule, standing.Settings.ReminderTimeZone).WeekOf(due);
        return [.. OwnerReminders.At(standing, due, week), .. RoomDigests.At(standing, due, week), new Decision { Once = [DealtWith(due)] }];
    }

    internal static string Key(string week, PersonRef person) => $"weekly:{week}:{person}";

    internal static string Key(string week, Place room) => $"weekly:{week}:room:{room}";
}
