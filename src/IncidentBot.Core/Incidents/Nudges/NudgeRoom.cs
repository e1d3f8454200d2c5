using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Core.Incidents.Nudges;

/// <summary>Asks the room of an open incident about one thing that is missing: never about two at once, and about each a few times at most. What was asked is kept with the incident.</summary>
public static class NudgeRoom
{
    private const int Most = 3;

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    /// <summary>What scheduled work asks now; null: nothing.</summary>
    public static Decision? Owed(Incident incident, Standing standing)
    {
        if (IncidentSayings.RoomOf(incident) is not { } room || incident.Nudges.Any(nudge => standing.Now < nudge.LastAt + Apart)) return null;
        foreach (var kind in Enum.GetValues<NudgeKind>())
        {
            if (Missing.Of(kind, incident, standing.Settings.Nudges) is not { } missing || Due(missing, incident, standing.Now) is not { } nudge || MayWait(kind, incident, standing)) continue;
            return new()
            {
                Save = [incident.With(nudge)],
                Say = [new Say(room, NudgeCards.Ask(kind, incident, standing.Now - missing.Since, standing.CommandPrefix(incident.Id.Workspace)))],
            };
        }
        return null;
    }

    private static Nudge? Due(Missing missing, Incident incident, DateTimeOffset now)
    {
        var (kind, since, every) = missing;
        var last = incident.Nudged(kind);
        if (now < last?.SnoozedUntil) return null; // also when there was news meanwhile
        if (last is null || last.Since != since) return since + every <= now ? new(kind, since, 1, now) : null;
        return last.Times < Most && last.LastAt + every <= now ? last with { Times = last.Times + 1, LastAt = now } : null;
    }

    /// <summary>What hurts nobody is asked about in the working time of who leads.</summary>
    private static bool MayWait(NudgeKind kind, Incident incident, Standing standing) =>
        kind is NudgeKind.Resolve && !WorkingTime.Is(standing.Now, incident.Commander ?? incident.DeclaredBy, standing.Settings);
}
