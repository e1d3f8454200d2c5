using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Incidents.Nudges;
using IncidentBot.Core.Reminders.Escalations;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Reminders;

/// <summary>What is owed now, without anybody having said anything. Pure; each decision stands alone and carries the once-keys that make it happen once.</summary>
public static class Owed
{
    public static IEnumerable<Decision> At(Standing standing) =>
    [
        .. standing.OpenIncidents.Select(incident => AskForFacts.Owed(incident, standing) ?? NudgeRoom.Owed(incident, standing)).OfType<Decision>(),
        .. WeeklyReminders.At(standing),
        .. AskForHelp.At(standing),
        .. MeasureRegularly.Owed(standing),
        .. FollowPolicy.At(standing),
    ];
}
