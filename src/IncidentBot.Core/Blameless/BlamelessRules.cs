using IncidentBot.Core.Blameless.Rules;

namespace IncidentBot.Core.Blameless;

internal static class BlamelessRules
{
    /// <summary>The gravest first: of several that find something, the first one speaks.</summary>
    public static IReadOnlyList<BlamelessRule> All { get; } =
    [
        Fault.Rule, Punishment.Rule, KeepOut.Rule, Mockery.Rule, Character.Rule, Habit.Rule, PersonBrokeIt.Rule, PersonMistake.Rule, ShouldHave.Rule,
        IfOnly.Rule, Reproach.Rule, Forgot.Rule, FailedTo.Rule, WhoDid.Rule, HumanError.Rule, TryHarder.Rule, SelfBlame.Rule,
    ];
}
