using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charges;

namespace IncidentBot.Core.Slos.Measuring;

/// <summary>Every measured SLO is measured again and again: its window; while an incident of it runs, what that has cost so far; and afterwards, until it was read, what it cost.</summary>
internal static class MeasureRegularly
{
    /// <summary>What the monitoring has not answered by then it will hardly remember.</summary>
    private static readonly TimeSpan TriesFor = TimeSpan.FromDays(7);

    public static IEnumerable<Decision> Owed(Standing standing)
    {
        if (standing is not { Settings.Slos: { Measured: true } settings, Slos: { } ledger }) yield break;
        foreach (var slo in settings.Catalogue.Where(slo => slo.Sli.IsMeasured && IsDue(ledger.StateOf(slo), standing)))
        {
            MeasureSlo[] errands = [.. Incidents(slo, ledger, standing).Select(incident => MeasureWhenDue.Errand(slo, incident, standing.Now))];
            if (errands.Length == 0 && Home(slo, standing) is { } place) errands = [new(slo.Name, place, slo.Window.SoFar(standing.Now))];
            if (errands.Length == 0) continue;
            yield return new()
            {
                Save = [(ledger.StateOf(slo) ?? new() { Slo = slo.Name }) with { TriedAt = standing.Now }],
                Say = errands,
                Once = [Key(slo, standing)],
            };
        }
    }

    private static bool IsDue(SloState? state, Standing standing) => !(state?.TriedAt > standing.Now - standing.Settings.Slos.MeasureEvery);

    private static IEnumerable<Incident> Incidents(Slo slo, SloLedger ledger, Standing standing) => standing.OpenIncidents.Where(incident => slo.IsOf(incident.Service))
        .Concat(ledger.ChargesOf(slo).Where(charge => IsMissing(charge, standing)).Select(charge => standing.Incidents[charge.Incident]))
        .DistinctBy(incident => incident.Id);

    private static bool IsMissing(BudgetCharge charge, Standing standing) =>
        standing.Incidents.GetValueOrDefault(charge.Incident) is { } incident && ImpactPeriod.End(incident) is { } end && end > standing.Now - TriesFor
        && ImpactPeriod.ToMeasure(incident, standing.Now) is { } impact && charge.Measured?.When != impact;

    private static Place? Home(Slo slo, Standing standing) => standing.Home is { } workspace ? new(new(workspace, slo.Room ?? standing.Settings.AnnounceChannel ?? "slo")) : null;

    private static string Key(Slo slo, Standing standing) =>
        $"measure:{slo.Name.ToLowerInvariant()}:{(standing.Now.UtcTicks / Math.Max(1, standing.Settings.Slos.MeasureEvery.Ticks)).ToString(CultureInfo.InvariantCulture)}";
}
