using System.Globalization;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Which rules begin and end by the figures as they are. A figure that is unknown begins nothing and ends nothing. Pure.</summary>
/// <remarks>A rule ends some way below the limit at which it begins, so that a figure at the edge does not switch it on and off.</remarks>
public static class ApplyPolicy
{
    /// <summary>So much of the budget is to be left before changes go on as usual.</summary>
    public const double LeftAgain = 0.02;

    /// <summary>A share that is below this part of its limit is below it for good.</summary>
    public const double WellBelow = 0.9;

    /// <summary>What changes, each in its new state.</summary>
    public static IEnumerable<Consequence> Of(PolicyView view) => [.. Exhausted(view), .. LargeIncidents(view), .. Classes(view)];

    private static IEnumerable<Consequence> Exhausted(PolicyView view)
    {
        var standing = view.Standing(PolicyRule.BudgetExhausted).ToList();
        if (!view.Agreed.HaltWhenExhausted) return standing.Select(one => one.End(ConsequenceEnd.NotAgreed, view.Now));
        if (view.Window is not { SpentInAll: { } spent, Method: { } method }) return standing.Where(one => AgedOut(one, view.Window)).Select(one => one.End(ConsequenceEnd.Within, view.Now));
        if (standing.Count > 0) return spent <= 1 - LeftAgain ? standing.Select(one => one.End(ConsequenceEnd.Within, view.Now)) : [];
        if (spent < 1) return [];
        return Begun(view, PolicyRule.BudgetExhausted, NextDay(view), view.Window.Incidents, spent, method) is { } begun
            ? [begun with { Unseen = view.Window.Unseen, Until = view.Slo.Window.Kind is SloWindowKind.Rolling ? null : view.Window.Window.To }]
            : [];
    }

    // Nobody measures it, and of what was charged nothing lies in the window any more: by the method by which the rule began, nothing is spent.
    private static bool AgedOut(Consequence one, BudgetReport report) => one.Method is BudgetMethod.Estimated && !report.Slo.Sli.IsMeasured && report is { Spent: null, Incidents: [] };

    private static IEnumerable<Consequence> LargeIncidents(PolicyView view)
    {
        if (view.Agreed.IncidentShare is not { } limit) return view.Standing(PolicyRule.LargeIncident).Select(one => one.End(ConsequenceEnd.NotAgreed, view.Now));
        var ends = from one in view.Standing(PolicyRule.LargeIncident)
                   let end = EndOf(one)
                   where end is not null
                   select one.End(end.Value, view.Now);
        var begins = from share in view.Window.Incidents
                     where share.Took > limit && !view.IsFulfilled(share.Incident) && MayBegin(view.Of(PolicyRule.LargeIncident, share.Incident.Key))
                     let begun = Begun(view, PolicyRule.LargeIncident, share.Incident.Key, [share], share.Took, share.Method)
                     where begun is not null
                     select begun with { Incident = share.Incident, Private = share.Private };
        return ends.Concat(begins);

        ConsequenceEnd? EndOf(Consequence one)
        {
            if (one.Incident is { } incident && view.IsFulfilled(incident)) return ConsequenceEnd.Fulfilled;
            if (one is { Override: not null, Incident: { } aside } && view.IsSettled(aside)) return ConsequenceEnd.SetAside;
            if (one.Incident is { } taken && view.IsUncharged(taken)) return ConsequenceEnd.Within;
            // What lies partly before the window weighs less for no other reason than that.
            var share = view.Window.Incidents.FirstOrDefault(share => share.Incident == one.Incident && share.When.From >= view.Window.Window.From);
            return share?.Took < limit * WellBelow ? ConsequenceEnd.Within : null;
        }
    }

    private static IEnumerable<Consequence> Classes(PolicyView view)
    {
        if (view.Agreed.ClassShare is not { } limit) return view.Standing(PolicyRule.IncidentClass).Select(one => one.End(ConsequenceEnd.NotAgreed, view.Now));
        var quarter = Quarter.At(view.Slo, view.Now);
        var classes = ClassShare.Of(view.Quarter.Incidents, view.ClassOf);
        var ends = from one in view.Standing(PolicyRule.IncidentClass)
                   let end = EndOf(one)
                   where end is not null
                   select one.End(end.Value, view.Now);
        var begins = from share in classes
                     let occasion = $"{share.Slug}-{quarter.Label}"
                     where share.Spent > limit && MayBegin(view.Of(PolicyRule.IncidentClass, occasion))
                     let begun = Begun(view, PolicyRule.IncidentClass, occasion, share.Incidents, share.Spent, share.Method)
                     where begun is not null
                     select begun with { Class = share.Class, Until = quarter.FollowingEnd };
        return ends.Concat(begins);

        ConsequenceEnd? EndOf(Consequence one)
        {
            if (one.Until <= view.Now) return ConsequenceEnd.Over;
            var known = one.Occasion.EndsWith(quarter.Label, StringComparison.Ordinal) && one.Because.All(incident => view.IsUncharged(incident) || view.Quarter.Incidents.Any(share => share.Incident == incident));
            var spent = classes.FirstOrDefault(share => one.Occasion == $"{share.Slug}-{quarter.Label}")?.Spent ?? 0;
            return known && spent < limit * WellBelow ? ConsequenceEnd.Within : null;
        }
    }

    /// <summary>The same occasion begins anew only when it had ended because its figure fell.</summary>
    private static bool MayBegin(Consequence? before) => before is null or { EndedBy: ConsequenceEnd.Within };

    /// <summary>Null while nobody knows in which workspace to tell it.</summary>
    private static Consequence? Begun(PolicyView view, PolicyRule rule, string occasion, IEnumerable<IncidentShare> because, double spent, BudgetMethod method)
    {
        var shares = because.OrderByDescending(share => share.Took).ThenBy(share => share.Incident.Key, StringComparer.Ordinal).ToList();
        return (view.Workspace ?? shares.FirstOrDefault()?.Incident.Workspace) is not { } workspace ? null : new()
        {
            Slo = view.Slo.Name,
            Rule = rule,
            Occasion = occasion,
            Workspace = workspace,
            Because = [.. shares.Where(share => !share.Private).Select(share => share.Incident)],
            Spent = spent,
            Method = method,
            Since = view.Now,
            Version = view.Of(rule, occasion)?.Version ?? 0,
        };
    }

    // Its day names it: replicas that find it at the same time name it alike.
    private static string NextDay(PolicyView view)
    {
        var day = view.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = view.Known.Count(one => one.Rule is PolicyRule.BudgetExhausted && one.Occasion.StartsWith(day, StringComparison.Ordinal));
        return before == 0 ? day : $"{day}.{(before + 1).ToString(CultureInfo.InvariantCulture)}";
    }
}
