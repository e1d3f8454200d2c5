using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Bot;

/// <summary>What a decision changes: the aggregates that it saves beside those that were read for it.</summary>
/// <param name="Draft">The finished draft of a postmortem that is being saved.</param>
public sealed record Changes(Decision Decision, IReadOnlyList<IAggregate> Read, DateTimeOffset At, Func<Postmortem, Draft?> Draft)
{
    public IEnumerable<Change<T>> Of<T>() where T : class, IAggregate =>
        Decision.Save.OfType<T>().Select(after => new Change<T>(Read.OfType<T>().FirstOrDefault(before => before.Key == after.Key), after));

    /// <summary>The incident as it will be saved, else as it was read.</summary>
    public Incident? Incident(IncidentId id) => Decision.Save.Concat(Read).OfType<Incident>().FirstOrDefault(incident => incident.Id == id);

    /// <summary>The postmortems that are published by it.</summary>
    public IReadOnlyList<Draft> Published =>
        [.. Of<Postmortem>().Where(change => change.After.Status is PostmortemStatus.Published && change.Before?.PublishedAt != change.After.PublishedAt).Select(change => Draft(change.After)).OfType<Draft>()];
}

/// <param name="Before">As it was read; null: it is new, or it was not read.</param>
public sealed record Change<T>(T? Before, T After) where T : class, IAggregate
{
    public bool IsNew => After.Version == 0;
}
