using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Slos;

/// <summary>What was read of error budgets for a decision.</summary>
/// <param name="Slos">Those that were asked for.</param>
/// <param name="Charges">Of those SLOs in the last quarter and in their windows, of all incidents; and all of the incident's own.</param>
/// <param name="Consequences">Those that stand, those that began in the last quarter or in the windows, and the incident's own.</param>
public sealed record SloLedger(IReadOnlyList<Slo> Slos, IReadOnlyList<SloState> States, IReadOnlyList<BudgetCharge> Charges, IReadOnlyList<Consequence> Consequences)
{
    public static readonly SloLedger Empty = new([], [], [], []);

    public SloState? StateOf(Slo slo) => States.FirstOrDefault(state => slo.Is(state.Slo));

    public IEnumerable<BudgetCharge> ChargesOf(Slo slo) => Charges.Where(charge => slo.Is(charge.Slo));

    public BudgetCharge? ChargeOf(Slo slo, IncidentId incident) => ChargesOf(slo).FirstOrDefault(charge => charge.Incident == incident);

    /// <summary>The same with this state in place of what was known of its SLO.</summary>
    public SloLedger With(SloState state) => this with { States = [.. States.Where(other => !other.Slo.Equals(state.Slo, StringComparison.OrdinalIgnoreCase)), state] };

    /// <summary>The same with this charge in place of an earlier one of its incident.</summary>
    public SloLedger With(BudgetCharge charge) => this with { Charges = [.. Charges.Where(other => other.Incident != charge.Incident || !other.Slo.Equals(charge.Slo, StringComparison.OrdinalIgnoreCase)), charge] };
}

public enum SloScope
{
    /// <summary>The SLOs of the incident's service, and those that it is charged.</summary>
    OfIncident,

    All,
}
