using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Tests.Cards;

/// <summary>Rules that apply, each as it begins; acknowledged, set aside and ended ones after them.</summary>
internal static class SampleConsequences
{
    public static IReadOnlyList<Consequence> Of(Sample sample)
    {
        Consequence[] begun = [.. Enum.GetValues<PolicyRule>().Select(rule => Begun(rule, sample))];
        return
        [
            .. begun,
            begun[0] with { AcknowledgedBy = sample.Ben, AcknowledgedAt = sample.Now, Until = sample.Now.AddDays(9) },
            begun[1] with { Override = new(sample.Words("the supplier has fixed it", 500), sample.Ana, sample.Now) },
            .. begun.SelectMany(one => Enum.GetValues<ConsequenceEnd>().Select(end => (one with { Planned = sample.Words("https://plan.example/q1", 500) }).End(end, sample.Now))),
        ];
    }

    private static Consequence Begun(PolicyRule rule, Sample sample) => new()
    {
        Slo = "checkout-availability",
        Rule = rule,
        Occasion = rule switch
        {
            PolicyRule.BudgetExhausted => "2026-11-22",
            PolicyRule.LargeIncident => sample.IncidentId.Key,
            PolicyRule.IncidentClass => "expired-certificate-2026-q4",
        },
        Workspace = sample.IncidentId.Workspace,
        Incident = rule is PolicyRule.LargeIncident ? sample.IncidentId : null,
        Class = rule is PolicyRule.IncidentClass ? sample.Words("expired certificate", 60) : null,
        Because = [.. Enumerable.Range(1, sample.Many).Select(number => sample.IncidentId with { Number = number })],
        Spent = 1.186,
        Method = BudgetMethod.Measured,
        Since = sample.Now,
        Until = rule is PolicyRule.IncidentClass ? sample.Now.AddDays(120) : null,
    };
}
