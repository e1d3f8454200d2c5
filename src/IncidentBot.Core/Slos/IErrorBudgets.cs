using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Slos;

/// <summary>Reads what is known of error budgets, over all workspaces: a budget is the service's. Names of SLOs without regard to case.</summary>
public interface IErrorBudgets
{
    Task<SloState?> StateAsync(string slo, CancellationToken ct);

    /// <summary>Charges of an SLO whose impact ended at a time or later, by that end.</summary>
    Task<IReadOnlyList<BudgetCharge>> ChargesAsync(string slo, DateTimeOffset since, CancellationToken ct);

    /// <summary>Charges of an incident, by name.</summary>
    Task<IReadOnlyList<BudgetCharge>> ChargesOfAsync(IncidentId incident, CancellationToken ct);

    /// <summary>Consequences that stand, of every SLO, also of those that the catalogue no longer has.</summary>
    Task<IReadOnlyList<Consequence>> StandingAsync(CancellationToken ct);

    /// <summary>Consequences of an SLO that began at a time or later, oldest first.</summary>
    Task<IReadOnlyList<Consequence>> ConsequencesAsync(string slo, DateTimeOffset since, CancellationToken ct);

    /// <param name="key"><see cref="Consequence.KeyOf"/>.</param>
    Task<Consequence?> ConsequenceAsync(string key, CancellationToken ct);
}
