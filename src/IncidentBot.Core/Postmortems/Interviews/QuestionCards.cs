using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>The words of the questions: heading, guidance, and the figures that belong to them.</summary>
public static class QuestionCards
{
    /// <summary>As it stands in the postmortem.</summary>
    public static string Heading(QuestionKind question) => question switch
    {
        QuestionKind.Summary => "Summary",
        QuestionKind.Impact => "Impact",
        QuestionKind.RootCauses => "Root causes",
        QuestionKind.Trigger => "Trigger",
        QuestionKind.Resolution => "Resolution",
        QuestionKind.Detection => "Detection",
        QuestionKind.WentWell => "What went well?",
        QuestionKind.DidntGoWell => "What didn't go so well?",
        QuestionKind.GotLucky => "Where did we get lucky?",
        QuestionKind.ActionItems => "Action items",
    };

    public static RichText Guidance(QuestionKind question, ReviewForum forum) => question switch
    {
        QuestionKind.Summary => "For somebody who was not there, in a sentence or two: what was broken, for how long, and why?",
        QuestionKind.Impact => "Who was hit, and what could they not do? Errors, latency, lost data, money: give figures where you have them.",
        QuestionKind.RootCauses => "Which properties of our systems and processes made this possible? There is rarely just one; each reply adds a cause.",
        QuestionKind.Trigger => "Which event set it off: a deploy, a change of configuration, a surge of load, something that expired?",
        QuestionKind.Resolution => "What ended the harm to users, and what fixed the cause? Say which steps were a stopgap and which will stay.",
        QuestionKind.Detection => "How did we find out: an alert, a dashboard, a customer, chance?",
        QuestionKind.WentWell => "Which tools, safeguards and habits worked and deserve to be kept?",
        QuestionKind.DidntGoWell => "What slowed the response down or led it astray? How did working across teams go, and was it clear whom to call next?",
        QuestionKind.GotLucky => "What could have made this much worse and, by chance, did not? Luck that is named can become a safeguard.",
        QuestionKind.ActionItems => Of($"What will we change? Each reply is one item, for example {forum.Saying(ActionItemTextCards.Example)}. Changes to how we work count as much as bug fixes: runbooks, alerts, rollout steps, escalation paths."),
    };

    /// <summary>What the measured times say towards a question; null where they say nothing.</summary>
    public static RichText? Figure(QuestionKind question, Incident incident) => question switch
    {
        QuestionKind.Summary => Measured(incident, MilestoneKind.Started, MilestoneKind.Resolved) is { } lasted
            ? $"From its start to its resolution it took {lasted}."
            : "When it started is not known yet, so neither is how long it took.",
        QuestionKind.Trigger => incident.Reached(MilestoneKind.Started) is { } started ? Of($"It started at {Moment(started.At)}, confirmed by {started.ConfirmedBy.Name}.") : null,
        QuestionKind.Resolution => Join(
            Measured(incident, MilestoneKind.Started, MilestoneKind.Mitigated) is { } mitigated ? $"Mitigated {mitigated} after it started." : null,
            Measured(incident, MilestoneKind.Started, MilestoneKind.Resolved) is { } resolved ? $"Resolved {resolved} after it started." : null),
        QuestionKind.Detection => Measured(incident, MilestoneKind.Started, MilestoneKind.Detected) is { } detected
            ? $"It was detected {detected} after it started. Was that quick enough?"
            : "How long detection took is not known: the time of the start or of the detection is missing.",
        QuestionKind.WentWell or QuestionKind.DidntGoWell => Join(
            Measured(incident, MilestoneKind.Started, MilestoneKind.Detected) is { } noticed ? $"It took {noticed} to detect." : null,
            Measured(incident, MilestoneKind.Detected, MilestoneKind.Acknowledged) is { } taken ? $"It took {taken} from detection until somebody was in command." : null),
        QuestionKind.Impact or QuestionKind.RootCauses or QuestionKind.GotLucky or QuestionKind.ActionItems => null,
    };

    public static string MeasuredDetection(Milestone started, Milestone detected, string zone) =>
        $"Detected at {Words.Moment(detected.At, zone)}, {Words.Duration(detected.At - started.At)} after it started.";

    private static string? Measured(Incident incident, MilestoneKind from, MilestoneKind to) =>
        IncidentMetrics.Of(incident).First(metric => metric.From == from && metric.To == to).Length is { } length ? Words.Duration(length) : null;

    private static RichText? Join(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } joined ? joined : (RichText?)null;
}
