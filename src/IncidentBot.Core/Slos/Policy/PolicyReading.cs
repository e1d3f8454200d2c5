using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Reads what the rules are held against beside the figures.</summary>
internal static class PolicyReading
{
    /// <summary>With the incidents that were charged, and what they have of what a rule requires. Needs <see cref="Standing.Slos"/>.</summary>
    public static async Task<Standing> WithRulesAsync(IStore store, Standing standing, CancellationToken ct)
    {
        if (standing.Slos is not { } ledger) return standing;
        var about = ledger.Charges.Select(charge => charge.Incident).Concat(ledger.Consequences.Select(one => one.Incident).OfType<IncidentId>());
        standing = await standing.WithIncidentsAsync(store, about, ct);
        ledger = await WithEarlierAsync(store, standing, ledger, ct);
        standing = standing with { Slos = ledger };
        var (fulfilled, settled) = (new HashSet<IncidentId>(), new HashSet<IncidentId>());
        foreach (var asked in FollowPolicy.Asks(standing))
        {
            var review = await store.Postmortems.FindAsync(asked, ct);
            if (RequiredItem.IsFulfilled(review, await store.ActionItems.OfIncidentAsync(asked, ct))) fulfilled.Add(asked);
            if (review is { Publications.Count: > 0 } || standing.Incidents.GetValueOrDefault(asked)?.PostmortemWaived is not null) settled.Add(asked);
        }
        return standing with { Fulfilled = fulfilled, Settled = settled, Uncharged = await UnchargedAsync(store, ledger, ct) };
    }

    /// <summary>What begins and ends by the figures as they are and is told within the minute.</summary>
    public static async Task<IReadOnlyList<Consequence>> DueAsync(IStore store, Standing standing, CancellationToken ct) => [.. FollowPolicy.Due(await WithRulesAsync(store, standing, ct))];

    // The same occasion is one and the same consequence, however long ago it began: what begins anew goes on from what is stored.
    private static async Task<SloLedger> WithEarlierAsync(IStore store, Standing standing, SloLedger ledger, CancellationToken ct)
    {
        var earlier = await store.ErrorBudgets.FindAsync(FollowPolicy.Due(standing).Where(one => one is { Stands: true, Version: 0 }).Select(one => one.Key), ct);
        return earlier.Count == 0 ? ledger : ledger with { Consequences = [.. ledger.Consequences, .. earlier] };
    }

    // A charge without a figure is in no window, so the ledger of all SLOs does not have it.
    private static async Task<IReadOnlySet<string>> UnchargedAsync(IStore store, SloLedger ledger, CancellationToken ct)
    {
        var uncharged = new HashSet<string>();
        foreach (var incident in ledger.Consequences.Where(one => one.Stands).SelectMany(one => one.Because.Append(one.Incident)).OfType<IncidentId>().Distinct())
            foreach (var charge in await store.ErrorBudgets.ChargesOfAsync(incident, ct))
                if (charge is { Estimated: null, Measured: null }) uncharged.Add(BudgetCharge.KeyOf(incident, charge.Slo));
        return uncharged;
    }

    /// <summary>With these incidents too.</summary>
    public static async Task<Standing> WithIncidentsAsync(this Standing standing, IStore store, IEnumerable<IncidentId> ids, CancellationToken ct)
    {
        var incidents = new Dictionary<IncidentId, Incident>(standing.Incidents);
        foreach (var id in ids.Distinct())
            if (!incidents.ContainsKey(id) && await store.Incidents.FindAsync(id, ct) is { } incident) incidents[id] = incident;
        return standing with { Incidents = incidents };
    }
}
