using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charges;

namespace IncidentBot.Core.Slos.Measuring;

/// <summary>Whatever was decided about an incident, its SLOs are measured when that changes what is to be measured: it was declared, it is known otherwise when users were hit, it is over, or a draft will tell of it.</summary>
/// <remarks>In one place for every way in which an incident changes, so that no use case has to think of SLOs.</remarks>
public static class MeasureWhenDue
{
    /// <summary>A figure that is older is measured once more before a draft tells it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>A try that began later is still under way.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(1);

    public static Decision After(ChatEvent said, Situation now, Decision decided)
    {
        if (!now.Settings.Slos.Measured || decided.Save.Count == 0) return decided;
        Saying[] errands = [.. from incident in Concerned(decided, now) from slo in Due(incident, said, now, decided) select Errand(slo, incident, said.At)];
        return errands.Length == 0 ? decided : decided.And(new() { Say = errands });
    }

    private static IEnumerable<Incident> Concerned(Decision decided, Situation now) => decided.Save.OfType<Incident>().Concat(now.Incident is { } here ? [here] : []).DistinctBy(incident => incident.Id);

    private static IEnumerable<Slo> Due(Incident incident, ChatEvent said, Situation now, Decision decided)
    {
        var slos = Measured(incident, now.Settings.Slos);
        if (HasMoved(incident, now)) return slos;
        return incident.Id == now.Incident?.Id && IsToBeTold(decided, now) ? slos.Where(slo => IsStale(now.Slos.StateOf(slo), said.At)) : [];
    }

    /// <summary>The SLOs of the incident's service that can be measured.</summary>
    internal static IReadOnlyList<Slo> Measured(Incident incident, SloSettings settings) => incident.Service is { } service ? [.. settings.Of(service).Where(slo => slo.Sli.IsMeasured)] : [];

    internal static MeasureSlo Errand(Slo slo, Incident incident, DateTimeOffset now) =>
        new(slo.Name, incident.Room ?? incident.DeclaredIn, slo.Window.SoFar(now), incident.Id, ImpactPeriod.ToMeasure(incident, now));

    private static bool HasMoved(Incident incident, Situation now) => incident.Version == 0
        || (now.Read.OfType<Incident>().FirstOrDefault(read => read.Id == incident.Id) is { } before && HasMoved(incident, before));

    private static bool HasMoved(Incident incident, Incident before) => ImpactPeriod.Known(before) != ImpactPeriod.Known(incident) || before.IsOpen != incident.IsOpen;

    // The last part of the review is the time to measure: the draft follows it.
    private static bool IsToBeTold(Decision decided, Situation now) =>
        decided.Save.OfType<Postmortem>().FirstOrDefault() is { } review && (review.Drafts != now.Postmortem?.Drafts || (review.Standing is QuestionKind.ActionItems && now.Postmortem.Standing is not QuestionKind.ActionItems));

    private static bool IsStale(SloState? state, DateTimeOffset now) => !(state?.Reading?.At > now - Fresh) && !(state?.TriedAt > now - UnderWay);
}
