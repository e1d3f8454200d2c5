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

    /// <summary>The postmortems that are published by it, each with the version that is kept.</summary>
    public IEnumerable<(PostmortemVersion Version, Draft Draft)> Published =>
        from version in Decision.Save.OfType<PostmortemVersion>()
        from review in Decision.Save.OfType<Postmortem>()
        where version.Version == 0 && review.Incident == version.Incident
        let draft = Draft(review)
        where draft is not null
        select (version, draft);
}

/// <param name="Before">As it was read; null: it is new, or it was not read.</param>
public sealed record Change<T>(T? Before, T After) where T : class, IAggregate
{
    public bool IsNew => After.Version == 0;
}
