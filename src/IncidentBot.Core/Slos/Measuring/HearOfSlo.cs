using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Measuring;

/// <summary>Keeps what the monitoring counted, and why where it could not.</summary>
public static class HearOfSlo
{
    public static readonly Needs NeedsOf = new() { Slos = SloScope.All };

    public static Decision Decide(SloMeasured measured, Situation now)
    {
        if (now.Settings.Slos.Find(measured.Slo) is not { } slo) return Decision.Nothing; // taken out of the catalogue meanwhile
        var state = now.Slos.StateOf(slo) ?? new() { Slo = slo.Name };
        var newer = measured.Reading is { } reading && (state.Reading is null || reading.At > state.Reading.At);
        return new()
        {
            Save =
            [
                state with { Reading = newer ? measured.Reading : state.Reading, TriedAt = measured.At, Unread = measured.Reading is null ? measured.Unread : null },
                .. Charged(slo, now, charge => measured.Impact is { } impact ? charge with { Measured = impact, Unmeasured = null } : charge with { Unmeasured = measured.Unread ?? charge.Unmeasured }),
            ],
        };
    }

    public static Decision Decide(SloNotMeasured refused, Situation now) => now.Settings.Slos.Find(refused.Slo) is not { } slo ? Decision.Nothing : new()
    {
        Save =
        [
            (now.Slos.StateOf(slo) ?? new() { Slo = slo.Name }) with { TriedAt = refused.At, Unread = refused.Why },
            .. Charged(slo, now, charge => charge with { Unmeasured = refused.Why }),
        ],
    };

    private static IEnumerable<BudgetCharge> Charged(Slo slo, Situation now, Func<BudgetCharge, BudgetCharge> change)
    {
        if (now.Incident is not { } incident) yield break;
        var charge = now.Slos.ChargesOf(slo).FirstOrDefault(charge => charge.Incident == incident.Id) ?? new() { Incident = incident.Id, Slo = slo.Name, Private = incident.Private };
        var changed = change(charge);
        if (changed != charge) yield return changed;
    }
}
