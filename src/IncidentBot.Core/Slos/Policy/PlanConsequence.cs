using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Somebody says where the P0 item against a class of incidents stands in the next planning: the rule is fulfilled.</summary>
public static class PlanConsequence
{
    public const string Where = "where";

    public static FormUse Form { get; } = new(
        PolicyButtons.Plan,
        (_, now) => now.Consequence is { Stands: true, Rule: PolicyRule.IncidentClass } one && AskedConsequence.IsVisible(one, now) ? PolicyChangeCards.PlanForm(one) : null,
        (submitted, _) => RefusesWhere(Given(submitted)) is { } why ? new() { [Where] = why } : new Dictionary<string, string>(),
        (submitted, now) => AskedConsequence.Pressed(submitted, now, one => Plan(one, Given(submitted), submitted, now)))
    {
        Needs = (_, context) => AskedConsequence.NeedsOf(context),
    };

    /// <summary>Where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedConsequence.Pressed(pressed, now, one => Plan(one, "", pressed, now));

    internal static Decision Plan(Consequence one, string where, ChatEvent said, Situation now)
    {
        if (one.Rule is not PolicyRule.IncidentClass) return Decision.Refuse(said, PolicyChangeCards.NothingToPlan(one));
        if (ConsequenceLifecycle.Refuses(one.Status, ConsequenceStatus.Ended) is { } why) return Decision.Refuse(said, why);
        if (where.Length == 0) return Decision.Refuse(said, PolicyChangeCards.WhereMissing(one, now.CommandPrefix));
        if (RefusesWhere(where) is { } wrong) return Decision.Refuse(said, wrong);
        var planned = (one with { Planned = Secrets.Mask(where).Text }).End(ConsequenceEnd.Fulfilled, said.At);
        return ConsequenceSayings.Changed(planned, said, now, PolicyCards.EndedEntry(planned), PolicyCards.Ended(planned));
    }

    private static string? RefusesWhere(string where) => where.Length == 0 ? PolicyChangeCards.NoWhere
        : where.Length > ActionItemText.MostCharacters ? PolicyChangeCards.WhereTooLong(where.Length) : null;

    private static string Given(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Where, "").Trim();
}
