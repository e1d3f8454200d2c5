using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Nobody is held to a rule this time, for a reason that stays on record.</summary>
public static class SetConsequenceAside
{
    public const string Reason = "reason";

    public static FormUse Form { get; } = new(
        PolicyButtons.SetAside,
        (_, now) => now.Consequence is { Stands: true, Override: null } one && AskedConsequence.IsVisible(one, now) ? PolicyChangeCards.AsideForm(one) : null,
        (submitted, _) => RefusesReason(Given(submitted)) is { } why ? new() { [Reason] = why } : new Dictionary<string, string>(),
        (submitted, now) => AskedConsequence.Pressed(submitted, now, one => SetAside(one, Given(submitted), submitted, now)))
    {
        Needs = (_, context) => AskedConsequence.NeedsOf(context),
        ForTheRecord = true,
    };

    /// <summary>Where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedConsequence.Pressed(pressed, now, one => SetAside(one, "", pressed, now));

    internal static Decision SetAside(Consequence one, string reason, ChatEvent said, Situation now)
    {
        if (ConsequenceLifecycle.Refuses(one.Status, ConsequenceStatus.SetAside) is { } why) return Decision.Refuse(said, why);
        if (reason.Length == 0) return Decision.Refuse(said, PolicyChangeCards.ReasonMissing(one, now.CommandPrefix));
        if (RefusesReason(reason) is { } wrong) return Decision.Refuse(said, wrong);
        reason = Secrets.Mask(reason).Text; // it is told in other rooms than this
        var aside = one with { Override = new(reason, said.By, said.At) };
        return ConsequenceSayings.Changed(aside, said, now, PolicyChangeCards.AsideEntry(one, reason), PolicyChangeCards.Aside(aside, said.By, reason));
    }

    private static string? RefusesReason(string reason) => reason.Length == 0 ? PolicyChangeCards.NoReason : reason.Length > ActionItemText.MostCharacters ? ActionItemCards.ReasonTooLong(reason.Length).ToPlainText() : null;

    private static string Given(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Reason, "").Trim();
}
