using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Says when a rule of the policy begins to apply and when it ends: once each, for it is saved together with that.</summary>
internal static class FollowPolicy
{
    public static IEnumerable<Decision> At(Standing standing) => standing.Slos is not { } ledger ? [] : [.. Due(standing).Select(one => Told(one, ledger, standing))];

    /// <summary>What begins and ends by the figures as they are, each in its new state.</summary>
    public static IEnumerable<Consequence> Due(Standing standing) =>
        standing.Slos is not { } ledger ? [] : [.. ledger.Slos.SelectMany(slo => ApplyPolicy.Of(ViewOf(slo, ledger, standing))), .. NoLongerAgreed(ledger, standing)];

    /// <summary>The rules that begin for an incident by the figures as they are: who acts on it just after it was charged is held to them too, and they are told at once.</summary>
    public static IEnumerable<Decision> Begin(Incident incident, ChatEvent said, Situation now)
    {
        var standing = new Standing(now.Settings, said.At)
        {
            Home = now.Home,
            CommandPrefix = _ => now.CommandPrefix,
            Slos = now.Slos,
            Incidents = new Dictionary<IncidentId, Incident> { [incident.Id] = incident },
            Fulfilled = RequiredItem.IsFulfilled(now.Postmortem, now.ActionItems) ? new HashSet<IncidentId> { incident.Id } : [],
        };
        return [.. from one in Due(standing) where one is { Rule: PolicyRule.LargeIncident, Stands: true } && one.Incident == incident.Id select Told(one, now.Slos, standing)];
    }

    /// <summary>The incidents of which it must be known whether they have what a rule requires.</summary>
    public static IEnumerable<IncidentId> Asks(Standing standing) =>
        standing.Slos is not { } ledger ? [] : ledger.Slos.SelectMany(slo => ApplyPolicy.Of(ViewOf(slo, ledger, standing))).Concat(ledger.Consequences.Where(one => one.Stands))
            .Where(one => one.Rule is PolicyRule.LargeIncident).Select(one => one.Incident).OfType<IncidentId>().Distinct();

    internal static PolicyView ViewOf(Slo slo, SloLedger ledger, Standing standing) => new(
        slo,
        BudgetReport.Of(slo, ledger.StateOf(slo), ledger.ChargesOf(slo), standing.Now),
        BudgetReport.Of(slo with { Window = Quarter.WindowOf(slo) }, ledger.StateOf(slo), ledger.ChargesOf(slo), standing.Now),
        [.. ledger.Consequences.Where(one => slo.Is(one.Slo))],
        standing.Settings.Slos.Policy,
        standing.Home)
    {
        ClassOf = id => standing.Incidents.GetValueOrDefault(id)?.Class,
        IsFulfilled = standing.Fulfilled.Contains,
        IsSettled = standing.Settled.Contains,
        IsUncharged = id => standing.Uncharged.Contains(BudgetCharge.KeyOf(id, slo.Name)),
    };

    // Taken out of the catalogue: there is nothing left to hold it against.
    private static IEnumerable<Consequence> NoLongerAgreed(SloLedger ledger, Standing standing) =>
        ledger.Consequences.Where(one => one.Stands && !ledger.Slos.Any(slo => slo.Is(one.Slo))).Select(one => one.End(ConsequenceEnd.NotAgreed, standing.Now));

    private static Decision Told(Consequence one, SloLedger ledger, Standing standing)
    {
        var slo = ledger.Slos.FirstOrDefault(slo => slo.Is(one.Slo));
        var concerned = ConcernedBy(one, slo, ledger, standing);
        var prefix = standing.CommandPrefix(one.Workspace);
        var place = ConsequencePlace.Of(one, slo, concerned, standing.Settings);
        var entry = one.Stands ? PolicyCards.BegunEntry(one, slo) : PolicyCards.EndedEntry(one);
        return new()
        {
            Save = [one],
            Record = concerned is null ? [] : [ConsequenceSayings.Entry(one, concerned.Id, standing.Now, ConsequenceSayings.Policy(concerned.Id.Workspace), entry, !concerned.IsOpen)],
            Say = [.. InPlace(one, slo, place, prefix), .. InRoom(one, place, concerned, standing)],
        };
    }

    private static IEnumerable<Saying> InPlace(Consequence one, Slo? slo, Place? place, string prefix)
    {
        if (place is null) yield break;
        yield return ConsequenceSayings.Card(place, one, slo, prefix) with { OnlyUpdate = !one.Stands };
        if (!one.Stands) yield return new Say(place, Card.Of(PolicyCards.Ended(one)));
    }

    // Whoever works on the incident need not read the SLO's room.
    private static IEnumerable<Saying> InRoom(Consequence one, Place? place, Incident? concerned, Standing standing) =>
        one.Incident is not null && concerned is not null && IncidentSayings.RoomOf(concerned) is { } room && room != place
            ? [new Say(room, Card.Of(one.Stands ? PolicyCards.InRoom(one, standing.CommandPrefix(room.Channel.Workspace)) : PolicyCards.Ended(one)))]
            : [];

    /// <summary>The incident that a consequence is about; of the whole budget or a class the one of its causes that came last.</summary>
    private static Incident? ConcernedBy(Consequence one, Slo? slo, SloLedger ledger, Standing standing)
    {
        var last = one.Incident ?? (slo is null ? null : ledger.ChargesOf(slo).Where(charge => one.Because.Contains(charge.Incident)).MaxBy(charge => charge.When?.From)?.Incident);
        return last is null ? null : standing.Incidents.GetValueOrDefault(last);
    }
}
