using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Somebody has seen that a rule applies and sees to it. One that was set aside holds again by it.</summary>
public static class AcknowledgeConsequence
{
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedConsequence.Pressed(pressed, now, one => Acknowledge(one, pressed, now));

    internal static Decision Acknowledge(Consequence one, ChatEvent said, Situation now)
    {
        if (ConsequenceLifecycle.Refuses(one.Status, ConsequenceStatus.Acknowledged) is { } why) return Decision.Refuse(said, why);
        var acknowledged = one with { AcknowledgedBy = said.By, AcknowledgedAt = said.At, Override = null };
        return ConsequenceSayings.Changed(acknowledged, said, now, PolicyChangeCards.AcknowledgedEntry(one), PolicyChangeCards.Acknowledged(acknowledged, said.By));
    }
}
