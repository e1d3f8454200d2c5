namespace IncidentBot.Core.Slos.Budgets;

/// <summary>An incident's charge and the figures that can be made of it.</summary>
/// <param name="Figure">The one that counts: the measured one where there is one.</param>
internal sealed record ChargedIncident(BudgetCharge Charge, Figure? Measured, Figure? Estimated, Figure Figure)
{
    /// <summary>The charges of an SLO that have a figure in a stretch of time; the impact that began first comes first.</summary>
    public static ChargedIncident[] Of(Slo slo, IEnumerable<BudgetCharge> charges, Traffic traffic, Period within) =>
    [
        .. from charge in charges
           where slo.Is(charge.Slo)
           let measured = Figure.Of(charge.Measured, traffic)
           let estimated = Figure.Of(charge.Estimated, traffic)
           let figure = measured ?? estimated
           where figure is not null && within.And(figure.When).Length > TimeSpan.Zero
           orderby figure.When.From, charge.Incident.Workspace, charge.Incident.Number
           select new ChargedIncident(charge, measured, estimated, figure),
    ];
}
