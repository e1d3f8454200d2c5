using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbActionItems(LiteDbFile file) : IActionItems
{
    public Task<ActionItem?> FindAsync(ActionItemId id, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<ActionItem>(db, StoredAggregate.ActionItems, id.Key) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<ActionItem>> OfIncidentAsync(IncidentId incident, CancellationToken ct) => RangeAsync(Column.Incident, Column.Beginning(incident.Key), ct);

    public async Task<ActionItem?> FromMessageAsync(MessageRef source, CancellationToken ct) =>
        (await RangeAsync(Column.Source, Column.Of(source), ct)).FirstOrDefault(item => item.Source == source);

    public Task<IReadOnlyList<ActionItem>> OfTicketAsync(Tracker tracker, string id, CancellationToken ct) => RangeAsync(Column.Ticket, Column.Beginning(tracker.ToString(), id), ct);

    public Task<IReadOnlyList<ActionItem>> OpenAsync(string? workspace, CancellationToken ct) =>
        RangeAsync(Column.State, workspace is null ? Column.Beginning(Column.Open) : Column.Beginning(Column.Open, workspace), ct);

    public Task<IReadOnlyList<ActionItem>> ListAsync(string workspace, int limit, CancellationToken ct) =>
        RangeAsync(Column.Listed, Column.Beginning(workspace), ct, limit, newestFirst: true);

    private Task<IReadOnlyList<ActionItem>> RangeAsync(string column, string beginning, CancellationToken ct, int limit = int.MaxValue, bool newestFirst = false) =>
        file.ReadAsync<IReadOnlyList<ActionItem>>(db => [.. LiteDbRows.Range<ActionItem>(db, StoredAggregate.ActionItems, column, beginning, limit, newestFirst).Select(Versioned)], ct);

    private static ActionItem Versioned((ActionItem Value, int Version) row) => row.Value with { Version = row.Version };
}
