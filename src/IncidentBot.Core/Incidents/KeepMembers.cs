using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>Keeps who is in the room: they see a private incident.</summary>
public static class KeepMembers
{
    public static Decision Decide(PersonCame came, Situation now) =>
        now.Incident is { } incident && !incident.Members.Contains(came.By.Ref)
            ? new() { Save = [incident with { Members = [.. incident.Members, came.By.Ref] }] }
            : Decision.Nothing;

    public static Decision Decide(PersonLeft left, Situation now) =>
        now.Incident is { } incident && incident.Members.Contains(left.By.Ref)
            ? new() { Save = [incident with { Members = [.. incident.Members.Where(member => member != left.By.Ref)] }] }
            : Decision.Nothing;
}
