using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Interviews;

public enum KnownFrom
{
    /// <summary>Recorded as a fact during the incident.</summary>
    Fact,

    /// <summary>Highlighted in the room near the time that the question is about.</summary>
    Highlight,

    /// <summary>Follows from milestones.</summary>
    Measured,
}

/// <summary>Something that may answer a question and waits to be confirmed.</summary>
/// <param name="Key">The same as long as it is the same thing.</param>
public sealed record KnownAnswer(string Key, KnownFrom From, string Text, Person By, DateTimeOffset At)
{
    public const int MostHighlights = 3;
    public static readonly TimeSpan NearBy = TimeSpan.FromMinutes(15);

    /// <summary>What is known towards a question and has not been taken over yet: facts, then measured times, then the highlights nearest to it.</summary>
    public static IReadOnlyList<KnownAnswer> To(QuestionKind question, Incident incident, Postmortem review, IReadOnlyList<TimelineEntry> highlights)
    {
        var facts = FactsOf(question, incident);
        KnownAnswer?[] measured = [question is QuestionKind.Detection ? TimeToDetect(incident) : null];
        var known = facts.Select(Of)
            .Concat(measured.OfType<KnownAnswer>())
            .Concat(Near(question, incident, highlights.Where(entry => facts.All(fact => fact.Source is null || fact.Source != entry.Message))));
        return [.. known.Where(one => review.AnswersTo(question).All(answer => answer.Known != one.Key))];
    }

    /// <summary>The facts that stand for a question: the latest of a kind, and every cause.</summary>
    public static IReadOnlyList<Fact> FactsOf(QuestionKind question, Incident incident) => question switch
    {
        QuestionKind.Summary => Latest(incident, FactKind.Summary),
        QuestionKind.Impact => Latest(incident, FactKind.Impact),
        QuestionKind.RootCauses => [.. incident.Facts.Where(fact => fact.Kind is FactKind.Cause)],
        QuestionKind.Trigger => Latest(incident, FactKind.Trigger),
        QuestionKind.Resolution => Latest(incident, FactKind.Resolution),
        QuestionKind.Detection => Latest(incident, FactKind.Detection),
        QuestionKind.WentWell or QuestionKind.DidntGoWell or QuestionKind.GotLucky or QuestionKind.ActionItems => [],
    };

    private static IReadOnlyList<Fact> Latest(Incident incident, FactKind kind) => incident.Latest(kind) is { } fact ? [fact] : [];

    private static KnownAnswer Of(Fact fact, int index) => new(string.Create(CultureInfo.InvariantCulture, $"fact:{fact.SaidAt.UtcTicks}:{index}"), KnownFrom.Fact, fact.Text, fact.By, fact.SaidAt);

    private static KnownAnswer? TimeToDetect(Incident incident) =>
        incident.Reached(MilestoneKind.Started) is { } started && incident.Reached(MilestoneKind.Detected) is { } detected && detected.At >= started.At
            ? new("measured:detected", KnownFrom.Measured, QuestionCards.MeasuredDetection(started, detected, incident.TimeZone), detected.ConfirmedBy, detected.At)
            : null;

    private static IEnumerable<KnownAnswer> Near(QuestionKind question, Incident incident, IEnumerable<TimelineEntry> highlights)
    {
        MilestoneKind[] about = question switch
        {
            QuestionKind.Trigger => [MilestoneKind.Started],
            QuestionKind.Resolution => [MilestoneKind.Mitigated, MilestoneKind.Resolved],
            QuestionKind.Detection => [MilestoneKind.Detected],
            QuestionKind.Summary or QuestionKind.Impact or QuestionKind.RootCauses or QuestionKind.WentWell or QuestionKind.DidntGoWell or QuestionKind.GotLucky or QuestionKind.ActionItems => [],
        };
        var times = about.Select(incident.Reached).OfType<Milestone>().Select(milestone => milestone.At).ToList();
        return highlights
            .Where(entry => entry is { DeletedAt: null, Hidden: null } && entry.Text.Length > 0)
            .Select(entry => (entry, distance: times.Select(at => (entry.ShownAt - at).Duration()).DefaultIfEmpty(TimeSpan.MaxValue).Min()))
            .Where(near => near.distance <= NearBy)
            .OrderBy(near => near.distance)
            .Take(MostHighlights)
            .Select(near => new KnownAnswer($"entry:{near.entry.Id}", KnownFrom.Highlight, near.entry.Text, near.entry.By, near.entry.ShownAt))
            .OrderBy(known => known.At);
    }
}
