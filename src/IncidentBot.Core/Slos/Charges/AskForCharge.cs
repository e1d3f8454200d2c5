using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>Once the review has talked about the impact, it is asked what the incident cost where nobody has stated that. It never waits for the answer, and asks once.</summary>
public static class AskForCharge
{
    public static Decision After(ChatEvent said, Situation now, Decision decided)
    {
        if (now.Incident is not { } incident || now.Settings.Slos.Of(incident.Service).Count == 0) return decided;
        if (decided.Save.OfType<Postmortem>().FirstOrDefault() is not { CostAsked: false } review || !HasPassedImpact(review)) return decided;
        var asked = decided with { Save = [.. decided.Save.Select(saved => saved is Postmortem ? review with { CostAsked = true } : saved)] };
        var open = IncidentBudget.Of(incident, now.Slos, said.At).Where(budget => budget.Stated is null).ToList();
        return open.Count == 0 ? asked : asked.And(new() { Say = [new ReviewTurn(said, incident, review, now).InThread(ChargeCards.Asked(incident, open, now.CommandPrefix))] });
    }

    private static bool HasPassedImpact(Postmortem review) => review.Standing is not QuestionKind.Impact && review.Askings.Any(asking => asking.Question is QuestionKind.Impact);
}
