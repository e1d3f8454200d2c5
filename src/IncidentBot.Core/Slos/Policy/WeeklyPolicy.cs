using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Once a week, where each is told: the rules that stand, how their figures are now, and whose acknowledgement is waited for.</summary>
internal static class WeeklyPolicy
{
    public static IEnumerable<Decision> At(Standing standing, string week) =>
        from one in standing.Slos?.Consequences ?? []
        where one.Stands
        orderby one.Since, one.Name
        let slo = standing.Settings.Slos.Find(one.Slo)
        let place = ConsequencePlace.Of(one, slo, About(one, standing), standing.Settings)
        where place is not null
        group (Rule: one, Slo: slo) by place into told
        let rules = told.Select(row => row.Rule).ToList()
        select new Decision
        {
            Say = [new Say(told.Key, PolicyListCards.Weekly(rules, [.. told.Select(row => Line(row.Rule, row.Slo, standing))], Waiting([.. told]), standing.CommandPrefix(told.Key.Channel.Workspace)))],
            Once = [$"{WeeklyReminders.Key(week, told.Key)}:policy"],
        };

    private static Incident? About(Consequence one, Standing standing) =>
        one.Because.Prepend(one.Incident).OfType<IncidentId>().Select(id => standing.Incidents.GetValueOrDefault(id)).OfType<Incident>().FirstOrDefault();

    private static RichText Line(Consequence one, Slo? slo, Standing standing) =>
        slo is null || standing.Slos is null ? PolicyCards.Line(one) : PolicyCards.Line(one, FollowPolicy.ViewOf(slo, standing.Slos, standing).Window);

    private static RichText? Waiting(IReadOnlyList<(Consequence Rule, Slo? Slo)> told)
    {
        var waiting = told.Where(row => row.Rule.Status is ConsequenceStatus.Begun).Select(row => RichText.Of($"{row.Rule.Name} ({PolicyCards.Owners(row.Slo, row.Rule.Workspace)})")).ToList();
        return waiting.Count == 0 ? null : waiting.Aggregate((left, right) => RichText.Of($"{left}; {right}"));
    }
}
