using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders;

namespace IncidentBot.Core.Incidents;

/// <summary>Asks the room for trigger, detection and resolution while they are unknown. Each is asked for once, ever.</summary>
public static class AskForFacts
{
    /// <summary>What scheduled work asks for now; null: nothing.</summary>
    public static Decision? Owed(Incident incident, Standing standing)
    {
        if (!incident.IsOpen || standing.Now < incident.DeclaredAt + standing.Settings.PromptAfter || IncidentSayings.RoomOf(incident) is not { } room) return null;
        FactKind[] due = [.. Open(incident, [FactKind.Trigger, FactKind.Detection])];
        return due.Length == 0 ? null : new()
        {
            Save = [Asked(incident, due)],
            Say = [.. Questions(incident, room, due, standing.RoomKind(room), standing.CommandPrefix(incident.Id.Workspace))],
            Once = [.. due.Select(kind => CardKeys.Prompt(incident.Id, kind))],
        };
    }

    /// <summary>A change of status, with the questions whose answers should be known by now.</summary>
    internal static Decision With(IncidentChange moved)
    {
        FactKind[] due = [.. Open(moved.After, KnownBy(moved.After.Status))];
        return due.Length > 0 && IncidentSayings.RoomOf(moved.After) is { } room
            ? (moved with { After = Asked(moved.After, due), Then = [.. moved.Then, .. Questions(moved.After, room, due, moved.Now.RoomKind, moved.Now.CommandPrefix)] }).Decide()
            : moved.Decide();
    }

    private static IReadOnlyList<FactKind> KnownBy(IncidentStatus status) => status switch
    {
        IncidentStatus.Investigating => [],
        IncidentStatus.Identified => [FactKind.Trigger],
        IncidentStatus.Mitigated or IncidentStatus.Resolved => [FactKind.Trigger, FactKind.Detection, FactKind.Resolution],
    };

    private static IEnumerable<FactKind> Open(Incident incident, IReadOnlyList<FactKind> kinds) => kinds.Where(kind => incident.Latest(kind) is null && !incident.Prompted.Contains(kind));

    private static Incident Asked(Incident incident, IReadOnlyList<FactKind> kinds) => incident with { Prompted = [.. incident.Prompted, .. kinds] };

    private static IEnumerable<Saying> Questions(Incident incident, Place room, IReadOnlyList<FactKind> kinds, RoomKind roomKind, string prefix) =>
        kinds.Select(kind => new Say(room, PromptCards.Ask(incident, kind, roomKind, prefix), CardKeys.Prompt(incident.Id, kind)));
}
