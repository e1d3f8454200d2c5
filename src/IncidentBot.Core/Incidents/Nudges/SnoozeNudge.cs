using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents.Nudges;

/// <summary>Not asked about it for a while: anybody in the room may say so.</summary>
public static class SnoozeNudge
{
    public static Decision Decide(NudgeKind kind, Incident incident, ButtonPressed pressed)
    {
        var until = pressed.At + NudgeCards.Snooze(kind);
        var told = new Decision { Say = [new Whisper(pressed.Place, pressed.By.Ref, Card.Of(NudgeCards.Snoozed(kind)))] };
        return incident.Nudged(kind) is { } nudge && incident.IsOpen && !(nudge.SnoozedUntil >= until) ? told.And(new() { Save = [incident.With(nudge with { SnoozedUntil = until })] }) : told;
    }
}
