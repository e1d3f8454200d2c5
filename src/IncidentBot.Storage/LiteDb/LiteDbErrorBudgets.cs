using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using LiteDB;

namespace IncidentBot.Storage.LiteDb;

internal sealed class LiteDbErrorBudgets(LiteDbFile file) : IErrorBudgets
{
    public Task<SloState?> StateAsync(string slo, CancellationToken ct) => file.ReadAsync(db =>
        LiteDbRows.Find<SloState>(db, StoredAggregate.SloStates, slo.ToLowerInvariant()) is { } row ? row.Value with { Version = row.Version } : null, ct);

    public Task<IReadOnlyList<BudgetCharge>> ChargesAsync(string slo, DateTimeOffset since, CancellationToken ct) => ChargesAsync(Column.Slo, Since(slo, since), ct);

    public Task<IReadOnlyList<BudgetCharge>> ChargesOfAsync(IncidentId incident, CancellationToken ct) =>
        ChargesAsync(Column.Incident, LiteDbKey.Range(Column.Incident, Column.Beginning(incident.Key)), ct);

    public Task<IReadOnlyList<Consequence>> StandingAsync(CancellationToken ct) => ConsequencesAsync(Column.State, LiteDbKey.Range(Column.State, Column.Beginning(Column.Open)), ct);

    public Task<IReadOnlyList<Consequence>> ConsequencesAsync(string slo, DateTimeOffset since, CancellationToken ct) => ConsequencesAsync(Column.Slo, Since(slo, since), ct);

    public Task<Consequence?> ConsequenceAsync(string key, CancellationToken ct) =>
        file.ReadAsync(db => LiteDbRows.Find<Consequence>(db, StoredAggregate.Consequences, key) is { } row ? Versioned(row) : null, ct);

    private static BsonExpression Since(string slo, DateTimeOffset since) =>
        LiteDbKey.Range(Column.Slo, Column.Joined(slo.ToLowerInvariant(), Column.Of(since)), Column.Beginning(slo.ToLowerInvariant()) + '\uffff');

    private Task<IReadOnlyList<BudgetCharge>> ChargesAsync(string column, BsonExpression range, CancellationToken ct) => file.ReadAsync<IReadOnlyList<BudgetCharge>>(db =>
        [.. LiteDbRows.Range<BudgetCharge>(db, StoredAggregate.BudgetCharges, column, range).Select(row => row.Value with { Version = row.Version })], ct);

    private Task<IReadOnlyList<Consequence>> ConsequencesAsync(string column, BsonExpression range, CancellationToken ct) => file.ReadAsync<IReadOnlyList<Consequence>>(db =>
        [.. LiteDbRows.Range<Consequence>(db, StoredAggregate.Consequences, column, range).Select(Versioned)], ct);

    private static Consequence Versioned((Consequence Value, int Version) row) => row.Value with { Version = row.Version };
}
