using IncidentBot.Core.Reminders;
using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Settings;

/// <summary>How people are reminded.</summary>
internal sealed class RemindersSettings(SettingsValues values, ICollection<string> faults)
{
    private const string QuietHoursKey = "Reminders:QuietHours";
    private const string Weekends = "Reminders:Weekends";
    private const string EscalateAfterDays = "Reminders:EscalateAfterDays";
    private const string EscalateTo = "Reminders:EscalateTo";

    public static readonly string[] Keys = [QuietHoursKey, Weekends, EscalateAfterDays, EscalateTo];

    public ReminderSettings Read()
    {
        var defaults = new ReminderSettings();
        return new()
        {
            QuietHours = Quiet(defaults.QuietHours),
            Weekends = values.Flag(Weekends, defaults.Weekends),
            EscalateAfterDays = values.Number(EscalateAfterDays, defaults.EscalateAfterDays, 1, 3650),
            EscalateTo = values.Value(EscalateTo) is { Length: > 0 } to ? to.TrimStart('#') : null,
        };
    }

    private QuietHours? Quiet(QuietHours? fallback)
    {
        if (values.Value(QuietHoursKey) is not { } written) return fallback;
        if (written.Length == 0) return null;
        if (QuietHours.TryParse(written) is { } hours) return hours;
        faults.Add($"{QuietHoursKey} is \"{written}\". It can be two times of day such as 20:00-08:00, or empty for no quiet hours.");
        return fallback;
    }
}
