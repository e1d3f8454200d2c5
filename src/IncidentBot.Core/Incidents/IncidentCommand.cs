using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Incidents;

/// <summary>A command about one incident: that which its first word names, else the room's.</summary>
internal static class IncidentCommand
{
    public static Command Of(string name, string usage, string help, Func<Incident, Call, Situation, Decision> decide) =>
        new(name, usage, help, (call, now) => now.Incident is { } incident ? decide(incident, Addressed.Stripped(call), now) : call.Refuse(HelpCards.NotVisible(now)))
        {
            Needs = Addressed.NeedsOf,
            InIncident = true,
        };
}
