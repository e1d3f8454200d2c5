using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reflection;

/// <summary>An answer is saved and nothing is said about it; only once there are enough the card says that they can be read.</summary>
/// <remarks>A count that grows on the card with each answer would tell whoever watches when somebody answered.</remarks>
internal static class TakenAnswer
{
    public static Decision Of(ReflectionRound before, ReflectionRound after, string once, Situation now) => new()
    {
        Save = [after],
        Once = [once],
        Say = before.HasEnough == after.HasEnough ? [] : [new Say(after.Place, ReflectionCards.Standing(after, now.CommandPrefix), CardKeys.Reflection(after.Id)) { OnlyUpdate = true }],
    };
}
