using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Slos;

/// <summary>Reads a ledger.</summary>
internal static class LedgerReading
{
    /// <summary>The longest quarter and some days: what was charged before is in no window, unless that is longer still.</summary>
    private const int LongestDays = 100;

    /// <param name="incident">All charges of it are read, also those without a figure.</param>
    public static async Task<SloLedger> ReadAsync(IStore store, SloSettings settings, SloScope scope, Incident? incident, DateTimeOffset now, CancellationToken ct)
    {
        if (settings.Catalogue.Count == 0) return SloLedger.Empty;
        var own = incident is null ? [] : await store.ErrorBudgets.ChargesOfAsync(incident.Id, ct);
        Slo[] slos = [.. settings.Catalogue.Where(slo => scope is SloScope.All || slo.IsOf(incident?.Service) || own.Any(charge => slo.Is(charge.Slo)))];
        var (states, charges, consequences) = (new List<SloState>(), new List<BudgetCharge>(own), new List<Consequence>());
        foreach (var slo in slos)
        {
            var since = now.AddDays(-Math.Max(LongestDays, slo.Window.Days));
            if (await store.ErrorBudgets.StateAsync(slo.Name, ct) is { } state) states.Add(state);
            charges.AddRange((await store.ErrorBudgets.ChargesAsync(slo.Name, since, ct)).Where(charge => own.All(mine => mine.Incident != charge.Incident || !slo.Is(mine.Slo))));
            consequences.AddRange(await store.ErrorBudgets.ConsequencesAsync(slo.Name, since, ct));
        }
        // The rule for the incident itself is found however long ago it began: its key has no day.
        if (incident is not null) consequences.AddRange(await store.ErrorBudgets.FindAsync(slos.Select(slo => Consequence.KeyOf(slo.Name, PolicyRule.LargeIncident, incident.Id.Key)).Except(consequences.Select(one => one.Key)), ct));
        var standing = (await store.ErrorBudgets.StandingAsync(ct)).Where(one => scope is SloScope.All || slos.Any(slo => slo.Is(one.Slo)));
        return new(slos, states, charges, [.. consequences, .. standing.Where(one => consequences.All(other => other.Key != one.Key))]);
    }

    /// <summary>The kinds of other incidents that were charged to the same budgets, the newest first; none of a private one.</summary>
    public static async Task<IReadOnlyList<string>> ClassesAsync(IStore store, SloLedger ledger, Incident incident, CancellationToken ct)
    {
        var classes = new List<string>();
        foreach (var other in ledger.Charges.Where(charge => !charge.Private && charge.Incident != incident.Id).OrderByDescending(charge => charge.When?.To).Select(charge => charge.Incident).Distinct())
            if ((await store.Incidents.FindAsync(other, ct))?.Class is { } named) classes.Add(named);
        return [.. classes.DistinctBy(ClassShare.SlugOf)];
    }

    /// <summary>Those of these keys that are stored.</summary>
    internal static async Task<IReadOnlyList<Consequence>> FindAsync(this IErrorBudgets budgets, IEnumerable<string> keys, CancellationToken ct)
    {
        var found = new List<Consequence>();
        foreach (var key in keys)
            if (await budgets.ConsequenceAsync(key, ct) is { } one) found.Add(one);
        return found;
    }
}
