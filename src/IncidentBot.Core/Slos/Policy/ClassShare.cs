using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>What the incidents of one class took of a quarter's budget.</summary>
public sealed record ClassShare(string Class, double Spent, BudgetMethod Method, IReadOnlyList<IncidentShare> Incidents)
{
    public string Slug => SlugOf(Class);

    /// <summary>Incidents that nobody has classed are in none. A class of private incidents alone is nobody else's business, so it is left out.</summary>
    public static IReadOnlyList<ClassShare> Of(IEnumerable<IncidentShare> shares, Func<IncidentId, string?> classOf)
    {
        var classes =
            from share in shares
            let named = classOf(share.Incident)
            where named is not null && SlugOf(named).Length > 0
            orderby share.When.From, share.Incident.Key
            group (Share: share, Named: named) by SlugOf(named) into kind
            where kind.Any(one => !one.Share.Private)
            let taken = kind.Select(one => one.Share).ToList()
            select new ClassShare(kind.First(one => !one.Share.Private).Named, taken.Sum(share => share.Took), taken.All(share => share.Method is BudgetMethod.Measured) ? BudgetMethod.Measured : BudgetMethod.Estimated, taken);
        return [.. classes];
    }

    /// <summary>Letters and digits, with one dash between words: spelling and case make no other class.</summary>
    public static string SlugOf(string text) => string.Join('-', new string([.. text.Select(character => char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
