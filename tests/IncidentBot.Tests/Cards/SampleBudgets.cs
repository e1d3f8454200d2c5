using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Tests.Cards;

/// <summary>SLOs of the sample's service, and what its incidents cost them.</summary>
public sealed class SampleBudgets(Sample sample)
{
    /// <summary>Measured; not measured, over a calendar month; over a quarter.</summary>
    public IReadOnlyList<Slo> Slos =>
    [
        Slo(0),
        Slo(1) with { Window = new(SloWindowKind.CalendarMonth), Sli = new(SliKind.Time, sample.Words("minutes in which a probe got an answer", 500), "minutes"), Objective = 0.995m },
        .. Enumerable.Range(2, sample.Many - 1).Select(number => Slo(number) with { Window = new(SloWindowKind.CalendarQuarter) }),
    ];

    public SloLedger Ledger => new(Slos, [State], Charges, Consequences);

    public SloSettings Settings => new() { Catalogue = Slos, Measured = true };

    public Estimate Estimate => new(0.12, Impact, sample.Ana, sample.Now);

    /// <summary>Both figures, nothing known, stated alone, exhausted, of a window that is over.</summary>
    public IReadOnlyList<IncidentBudget> OfIncident =>
    [
        new(Slos[0].Name, "the 28-day budget", sample.Now)
        {
            Measured = new(0.184, 0.37, Impact, sample.Now),
            Stated = new(0.12, 0.24, Impact, sample.Ana, sample.Now),
            Left = 0.41,
            MeasuredAt = sample.Now,
            ExhaustedIn = TimeSpan.FromDays(9),
        },
        new(Slos[1].Name, "the month's budget", sample.Now) { Unmeasured = sample.Words("Prometheus could not be reached.", 300), Unknown = sample.Words("Nothing was measured yet.", 300) },
        new(Slos[1].Name, "the month's budget", sample.Now) { Stated = new(0.02, 1, Impact, sample.Ana, sample.Now), Left = 0.98 },
        new(Slos[1].Name, "the month's budget", sample.Now) { Measured = new(1.4, null, Impact, sample.Now), Left = -0.62, MeasuredAt = sample.Now, ExhaustedIn = TimeSpan.Zero },
        new(Slos[1].Name, "the month's budget", sample.Now) { Measured = new(null, 0.5, Impact, sample.Now), Unknown = "Nothing was measured yet." },
    ];

    /// <summary>With incidents, and unknown.</summary>
    public IReadOnlyList<BudgetReport> Reports => [Report(Slos[0]), BudgetReport.Of(Slos[1], null, [], sample.Now)];

    public BudgetReport Report(Slo slo) => BudgetReport.Of(slo, State with { Slo = slo.Name }, Charges.Select(charge => charge with { Slo = slo.Name }), sample.Now);

    private Period Impact => new(sample.Now.AddDays(-3), sample.Now.AddDays(-3).AddMinutes(29));

    private SloState State => new() { Slo = Slos[0].Name, Reading = new(sample.Now, new(sample.Now.AddDays(-28), sample.Now), new(40_291_200, 40_320_000), []), TriedAt = sample.Now };

    private BudgetCharge[] Charges =>
    [
        new() { Incident = sample.IncidentId, Slo = Slos[0].Name, Estimated = Estimate, Measured = new(Impact, new(18_270, 29_000), sample.Now) },
        .. Enumerable.Range(1, sample.Many).Select(number => new BudgetCharge
        {
            Incident = new(sample.IncidentId.Workspace, number),
            Slo = Slos[0].Name,
            Estimated = new(0.1, new(sample.Now.AddDays(-10).AddHours(-number), sample.Now.AddDays(-10).AddHours(1 - number)), sample.Ben, sample.Now),
            Private = number % 2 == 0,
        }),
    ];

    /// <summary>Of each rule, the last one set aside.</summary>
    public IReadOnlyList<Consequence> Consequences => [.. Enum.GetValues<PolicyRule>().Select(rule => new Consequence
    {
        Slo = Slos[0].Name,
        Rule = rule,
        Occasion = "sample",
        Workspace = sample.IncidentId.Workspace,
        Incident = rule is PolicyRule.LargeIncident ? sample.IncidentId : null,
        Because = [sample.IncidentId],
        Spent = 0.31,
        Method = BudgetMethod.Measured,
        Since = sample.Now,
        Override = rule is PolicyRule.IncidentClass ? new(sample.Words("planned for next quarter", 500), sample.Ben, sample.Now) : null,
    })];

    private Slo Slo(int number) => new()
    {
        Name = number == 0 ? "checkout-availability" : $"checkout-{number}",
        Service = sample.Words("checkout"),
        Sli = new(SliKind.Events, sample.Words("requests answered without an error", 500), sample.Words("requests", 100)) { GoodQuery = "good[$window]", TotalQuery = "total[$window]" },
        Objective = 0.999m,
        Window = SloWindow.Rolling(28),
        Owners = [sample.Words("ana", 100)],
    };
}
