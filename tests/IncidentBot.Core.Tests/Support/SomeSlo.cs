using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Tests.Support;

/// <summary>Good-enough SLOs, and what is known of them.</summary>
public static class SomeSlo
{
    public static readonly Sli Counted = new(SliKind.Events, "answers other than 5xx", "requests") { GoodQuery = "good[$window]", TotalQuery = "total[$window]" };

    /// <summary>Of the service checkout, by hand, 99.9 % over 28 days: 40 minutes and 19.2 seconds of everything being bad.</summary>
    public static Slo Of(SloWindow? window = null, decimal objective = 0.999m, string name = "checkout-availability", SliKind kind = SliKind.Events) => new()
    {
        Name = name,
        Service = "checkout",
        Sli = new(kind, "answers other than 5xx", "requests"),
        Objective = objective,
        Window = window ?? SloWindow.Rolling(28),
        Owners = ["ana"],
    };

    /// <summary>What somebody charged incident <paramref name="number"/>.</summary>
    public static BudgetCharge Stated(int number, double badShare, DateTimeOffset from, double minutes) => new()
    {
        Incident = new(Some.Workspace, number),
        Slo = "checkout-availability",
        Estimated = new(badShare, new(from, from.AddMinutes(minutes)), Some.Ana, from.AddMinutes(minutes)),
    };

    /// <summary>How an SLO stood when it was measured.</summary>
    public static SloState State(Slo slo, DateTimeOffset at, double bad, double total, params IReadOnlyList<SloStep> course) => new()
    {
        Slo = slo.Name,
        Reading = new(at, slo.Window.SoFar(at), new(total - bad, total), course),
        TriedAt = at,
    };
}
