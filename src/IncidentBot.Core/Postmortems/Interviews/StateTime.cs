using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>The time that a question of the review is about, while it is unknown: a form begins with the time in an answer, which becomes the evidence.</summary>
public static class StateTime
{
    public static FormUse Form { get; } = new(ReviewButton.Time, Open, Check, Decide) { Needs = (place, context) => ReviewButton.NeedsOf(place, context, new() { Highlights = true }) };

    public static Decision NotOpened(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn => turn.Refuse(ReviewCards.Passed(turn.Review.Standing, turn.Forum)));

    /// <summary>The milestone whose time is missing for a question; null when it is known, or the question is about none.</summary>
    public static MilestoneKind? MissingFor(QuestionKind? question, Incident incident) =>
        MilestoneOf(question) is { } kind && incident.Reached(kind) is null ? kind : null;

    private static MilestoneKind? MilestoneOf(QuestionKind? question) => question switch
    {
        QuestionKind.Trigger => MilestoneKind.Started,
        QuestionKind.Detection => MilestoneKind.Detected,
        QuestionKind.Resolution => MilestoneKind.Resolved,
        QuestionKind.Summary or QuestionKind.Impact or QuestionKind.RootCauses or QuestionKind.WentWell or QuestionKind.DidntGoWell or QuestionKind.GotLucky or QuestionKind.ActionItems or null => null,
    };

    private static Form? Open(FormOpening opening, Situation now) =>
        now is { Incident: { } incident, Postmortem: { } review } && MilestoneOf(AskedFor(review, opening.Context, opening.Place)) is { } kind
            ? MilestoneCards.TimeForm(ReviewButton.Time, opening.Context, kind, Told(review, opening.Context, opening.Place) is { } told ? Zones.Local(told.At, opening.By.TimeZone).ToString("yyyy-MM-dd HH:mm", Words.Culture) : null)
            : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) => Statement.Of(submitted) switch
    {
        { Refusal: { } why } => new Dictionary<string, string> { [Statement.AtField] = why },
        { Words.At: null } => new Dictionary<string, string> { [Statement.AtField] = MilestoneCards.TimeMissing },
        _ => new Dictionary<string, string>(),
    };

    private static Decision Decide(FormSubmitted submitted, Situation now) => ReviewTurn.With(submitted, now, turn =>
    {
        if (MilestoneOf(AskedFor(turn.Review, submitted.Context, submitted.Place)) is not { } kind) return turn.Refuse(ReviewCards.Passed(turn.Review.Standing, turn.Forum));
        var statement = Statement.Of(submitted) with { Again = null }; // in a contradiction the time alone waits: the question may have passed by then
        if (Told(turn.Review, submitted.Context, submitted.Place) is (var at, var answer) && statement.Words.At is { } given && (given - at).Duration() < TimeSpan.FromMinutes(1))
            statement = statement with { Source = answer.Source, Evidence = MilestoneCards.ByAnswer(answer.By.Name, submitted.By.Name) };
        var stated = StateMilestone.State(turn.Incident, kind, statement, now);
        return stated.Save.OfType<Incident>().FirstOrDefault()?.Reached(kind) is null ? stated : stated with { Say = [.. stated.Say, .. (turn with { Incident = stated.Save.OfType<Incident>().First() }).StandingCard(update: true)] };
    });

    private static QuestionKind? AskedFor(Postmortem review, string context, Place place) =>
        ReviewButton.TryParse(place.Channel.Workspace, context) is { Asking: > 0 } button && button.Asking <= review.Askings.Count ? review.Askings[button.Asking - 1].Question : null;

    /// <summary>The last answer that begins with a time.</summary>
    private static (DateTimeOffset At, Answer Answer)? Told(Postmortem review, string context, Place place)
    {
        if (AskedFor(review, context, place) is not { } question) return null;
        foreach (var answer in review.AnswersTo(question).Reverse())
            if ((TimeText.TakeLeading(answer.Text, answer.At, answer.By.TimeZone).At ?? TimeText.Unmarked(answer.Text, answer.At, answer.By.TimeZone)) is { } at) return (at, answer);
        return null;
    }
}
