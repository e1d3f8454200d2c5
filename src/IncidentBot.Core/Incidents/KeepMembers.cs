using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>Keeps who is in the room: they see a private incident. Who comes into a channel comes into all its threads.</summary>
public static class KeepMembers
{
    public static Decision Decide(PersonCame came, Situation now) =>
        new() { Save = [.. Here(came, now).Where(incident => !incident.Members.Contains(came.By.Ref)).Select(incident => incident with { Members = [.. incident.Members, came.By.Ref] })] };

    public static Decision Decide(PersonLeft left, Situation now) =>
        new() { Save = [.. Here(left, now).Where(incident => incident.Members.Contains(left.By.Ref)).Select(incident => incident with { Members = [.. incident.Members.Where(member => member != left.By.Ref)] })] };

    private static IEnumerable<Incident> Here(ChatEvent said, Situation now) => now.Incidents.Where(incident => incident.LivesUnder(said.Place));
}
