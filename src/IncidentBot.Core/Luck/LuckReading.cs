using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Luck;

/// <summary>Reads lucky breaks together with their safeguards.</summary>
internal static class LuckReading
{
    public static async Task<LuckLedger> OfIncidentAsync(IStore store, IncidentId incident, CancellationToken ct) => await WithSafeguardsAsync(store, await store.LuckyBreaks.OfIncidentAsync(incident, ct), ct);

    public static async Task<LuckLedger> OfWorkspaceAsync(IStore store, string workspace, CancellationToken ct) => await WithSafeguardsAsync(store, await store.LuckyBreaks.ListAsync(workspace, int.MaxValue, ct), ct);

    private static async Task<LuckLedger> WithSafeguardsAsync(IStore store, IReadOnlyList<LuckyBreak> breaks, CancellationToken ct)
    {
        var items = new List<ActionItem>();
        foreach (var id in breaks.Select(one => one.Safeguard).OfType<ActionItemId>())
            if (await store.ActionItems.FindAsync(id, ct) is { } item) items.Add(item);
        return new(breaks, items);
    }
}
