using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charges;

namespace IncidentBot.Core.Slos.Measuring;

/// <summary>Keeps what the monitoring counted, and why where it could not.</summary>
public static class HearOfSlo
{
    public static readonly Needs NeedsOf = new() { Slos = SloScope.All };

    public static Decision Decide(SloMeasured measured, Situation now)
    {
        if (now.Settings.Slos.Find(measured.Slo) is not { } slo) return Decision.Nothing; // taken out of the catalogue meanwhile
        now = About(measured.Incident, now);
        var state = now.Slos.StateOf(slo) ?? new() { Slo = slo.Name };
        var newer = measured.Reading is { } reading && (state.Reading is null || reading.At > state.Reading.At);
        return Kept(
            state with { Reading = newer ? measured.Reading : state.Reading, TriedAt = measured.At, Awaited = false, Unread = measured.Reading is null ? measured.Unread : null },
            Charged(slo, now, charge => measured.Impact is { } impact ? charge with { Measured = impact, Unmeasured = null, UnmeasuredWhen = null } : Unmeasured(charge, measured.Unread, measured, now)),
            measured,
            now);
    }

    public static Decision Decide(SloNotMeasured refused, Situation now)
    {
        if (now.Settings.Slos.Find(refused.Slo) is not { } slo) return Decision.Nothing;
        now = About(refused.Incident, now);
        return Kept(
            (now.Slos.StateOf(slo) ?? new() { Slo = slo.Name }) with { TriedAt = refused.At, Awaited = false, Unread = refused.Why },
            Charged(slo, now, charge => Unmeasured(charge, refused.Why, refused, now)),
            refused,
            now);
    }

    // Heard in a channel that is an incident's room too, a measurement of the window alone says nothing of that incident.
    private static Situation About(IncidentId? measured, Situation now) => now.Incident?.Id == measured ? now : now with { Incident = null };

    // The room's card is written anew only when a figure on it has changed.
    private static Decision Kept(SloState state, BudgetCharge? charge, ChatEvent said, Situation now)
    {
        Decision kept = new() { Save = charge is null ? [state] : [state, charge] };
        if (now.Incident is not { } incident) return kept;
        var ledger = now.Slos.With(state);
        var budgets = IncidentBudget.Of(incident, charge is null ? ledger : ledger.With(charge), said.At);
        if (budgets.Select(BudgetCards.Figures).SequenceEqual(incident.Budgets.Select(BudgetCards.Figures))) return kept;
        var changed = incident with { Budgets = budgets };
        return kept.And(new() { Save = [changed], Say = [.. IncidentSayings.Refreshed(incident, changed, now)] });
    }

    private static BudgetCharge Unmeasured(BudgetCharge charge, string? why, ChatEvent said, Situation now) =>
        why is null || now.Incident is not { } incident ? charge : charge with { Unmeasured = why, UnmeasuredWhen = ImpactPeriod.ToMeasure(incident, said.At) };

    /// <summary>Null: nothing is known of it that was not known before.</summary>
    private static BudgetCharge? Charged(Slo slo, Situation now, Func<BudgetCharge, BudgetCharge> change)
    {
        if (now.Incident is not { } incident) return null;
        var charge = now.Slos.ChargeOf(slo, incident.Id) ?? new() { Incident = incident.Id, Slo = slo.Name, Private = incident.Private };
        var changed = change(charge);
        return changed == charge ? null : changed;
    }
}
