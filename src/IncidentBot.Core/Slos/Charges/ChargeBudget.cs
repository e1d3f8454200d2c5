using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>A person states what an incident cost an SLO's budget: which share of users was hit, from when to when. What was measured stays beside it.</summary>
public static class ChargeBudget
{
    public static Needs NeedsOf(Call call) => Addressed.NeedsOf(call) with { Slos = SloScope.All };

    public static Decision Decide(Incident incident, Call call, Situation now)
    {
        var all = now.Settings.Slos.Catalogue;
        if (all.Count == 0) return call.Refuse(ChargeCards.NoSlo(now.CommandPrefix));
        var (share, rest) = ShareText.TakeLeading(call.Words);
        Slo slo;
        if (share is not null || call.Words.Length == 0)
        {
            var own = now.Settings.Slos.Of(incident.Service);
            if (own is not [var only]) return call.Refuse(ChargeCards.WhichSlo(incident, own, all, now.CommandPrefix));
            slo = only;
        }
        else
        {
            var name = call.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)[0];
            if (now.Settings.Slos.Find(name.TrimEnd(':', ',')) is not { } named) return call.Refuse(ChargeCards.NoSuchSlo(name, NearestWord.Of(name, all.Select(one => one.Name)), all));
            slo = named;
            (share, rest) = ShareText.TakeLeading(call.Words[name.Length..].TrimStart());
        }
        return share switch
        {
            null => call.Refuse(ChargeCards.ShareNotUnderstood(rest)),
            ShareReading.Refused refused => call.Refuse(refused.Sentence),
            ShareReading.None => TakeBack(incident, slo, call.Said, now),
            ShareReading.Of of when rest.Length > 0 => ImpactText.Read(rest, call.At, call.By.TimeZone) switch
            {
                ImpactReading.At at => Charge(incident, slo, new(of.Bad, at.When, call.By, call.At, call.Said.Message), call.Said, now, at.Remark),
                ImpactReading.Refused refused => call.Refuse(refused.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            ShareReading.Of of when ImpactPeriod.Stated(incident) is { } when => Charge(incident, slo, new(of.Bad, when, call.By, call.At, call.Said.Message), call.Said, now),
            ShareReading.Of of => new() { Say = [new Whisper(call.Place, call.By.Ref, ChargeCards.WhenMissing(incident, slo, BudgetCards.Percent(of.Bad).Replace(" ", "", StringComparison.Ordinal), ImpactPeriod.Missing(incident), now.CommandPrefix))] },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Why it cannot have been so; null when it can.</summary>
    internal static string? Refuses(Slo slo, Period impact, DateTimeOffset now) =>
        slo.Window.At(now).Length is var window && impact.Length > window ? ChargeCards.TooLong(slo, impact.Length, window) : null;

    internal static Decision Charge(Incident incident, Slo slo, Estimate stated, ChatEvent said, Situation now, string? remark = null)
    {
        if (Refuses(slo, stated.When, said.At) is { } why) return Decision.Refuse(said, why);
        var charge = ChargeOf(incident, slo, now);
        var was = charge.Estimated;
        if (was is not null && (was.BadShare, was.When) == (stated.BadShare, stated.When)) return Decision.Refuse(said, ChargeCards.StatedAlready(slo, incident));
        return Changed(incident, slo, charge with { Estimated = stated }, said, now, budgets => new(
            ChargeCards.Entry(slo, stated, was, incident.TimeZone),
            ChargeCards.Stated(incident, slo, stated, was, budgets.First(budget => slo.Is(budget.Slo))),
            remark));
    }

    internal static Decision TakeBack(Incident incident, Slo slo, ChatEvent said, Situation now)
    {
        var charge = ChargeOf(incident, slo, now);
        if (charge.Estimated is not { } was) return Decision.Refuse(said, ChargeCards.NothingStated(slo, incident));
        return Changed(incident, slo, charge with { Estimated = null }, said, now, budgets => new(
            ChargeCards.Entry(slo, null, was, incident.TimeZone),
            ChargeCards.TakenBack(incident, slo, said.By.Name, was, budgets.FirstOrDefault(budget => slo.Is(budget.Slo))),
            null));
    }

    private static Decision Changed(Incident incident, Slo slo, BudgetCharge charge, ChatEvent said, Situation now, Func<IReadOnlyList<IncidentBudget>, Told> tell)
    {
        var budgets = IncidentBudget.Of(incident, now.Slos.With(charge), said.At);
        var told = tell(budgets);
        var changed = new IncidentChange(incident, incident with { Budgets = budgets }, said, now) { Kind = EntryKind.Fact, Entry = told.Entry, Line = told.Line, Remark = told.Remark }.Decide();
        return changed with { Save = [.. changed.Save, charge] };
    }

    private static BudgetCharge ChargeOf(Incident incident, Slo slo, Situation now) => now.Slos.ChargeOf(slo, incident.Id) ?? new() { Incident = incident.Id, Slo = slo.Name, Private = incident.Private };

    private sealed record Told(string Entry, Card Line, string? Remark);
}
