using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbIncidents(LiteDbFile file) : IIncidents
{
    private const int Page = 100;

    public Task<Incident?> FindAsync(IncidentId id, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<Incident>(db, StoredAggregate.Incidents, id.Key) is { } row ? Versioned(row) : null, ct);

    public Task<IReadOnlyList<Incident>> InRoomAsync(Place place, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Incident>>(db =>
        [.. (In(db, place) is { Count: > 0 } own ? own : In(db, place.Top)).Select(Versioned)], ct);

    public Task<IReadOnlyList<Incident>> InChannelAsync(ChannelRef channel, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Incident>>(db =>
        [.. LiteDbRows.Range<Incident>(db, StoredAggregate.Incidents, Column.Room, Column.Beginning(channel.Workspace, channel.Id)).Select(Versioned).OrderByDescending(incident => incident.Id.Number)], ct);

    public async Task<IReadOnlyList<Incident>> ListAsync(string workspace, IncidentQuery query, CancellationToken ct)
    {
        var column = query.OpenOnly ? Column.State : Column.Listed;
        var beginning = query.OpenOnly ? Column.Beginning(Column.Open, workspace) : Column.Beginning(workspace);
        var found = new List<Incident>();
        for (var before = int.MaxValue; found.Count < query.Limit;)
        {
            var page = await file.ReadAsync(db => LiteDbRows.Range<Incident>(
                db, StoredAggregate.Incidents, column, LiteDbKey.Range(column, beginning, beginning + Column.Of(before)), Page, newestFirst: true), ct);
            found.AddRange(page.Select(Versioned).Where(incident => IncidentText.Matches(incident, query.Text)));
            if (page.Count < Page) break;
            before = page[^1].Value.Id.Number - 1;
        }
        return [.. found.Take(query.Limit)];
    }

    public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken ct) => InStateAsync(Column.Open, ct);

    public Task<IReadOnlyList<Incident>> ResolvedAsync(CancellationToken ct) => InStateAsync(Column.Closed, ct);

    private Task<IReadOnlyList<Incident>> InStateAsync(string state, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Incident>>(db =>
        [.. LiteDbRows.Range<Incident>(db, StoredAggregate.Incidents, Column.State, Column.Beginning(state)).Select(Versioned)], ct);

    private static List<(Incident Value, int Version)> In(ILiteDatabase db, Place room) =>
        LiteDbRows.Range<Incident>(db, StoredAggregate.Incidents, Column.Room, Column.Beginning(Column.Of(room)), newestFirst: true);

    private static Incident Versioned((Incident Value, int Version) row) => row.Value with { Version = row.Version };
}
