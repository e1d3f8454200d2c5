using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>The standing question as a form, for who would rather not reply in the thread.</summary>
public static class AnswerForm
{
    public const string Text = "text";

    /// <summary>Null when no review stands; the press is then answered in words.</summary>
    public static Form? Open(FormOpening opening, Situation now) =>
        now.Postmortem is { } review && AskedFor(review, opening.Context, opening.Place) is { } question ? AnswerFormCards.Form(opening.Context, question) : null;

    /// <summary>A press that opened no form: the question is passed, or there is no review.</summary>
    public static Decision NotOpened(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn => turn.Refuse(ReviewCards.Passed(turn.Review.Standing, turn.Forum)));

    public static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        TextOf(submitted).Length == 0 ? new Dictionary<string, string> { [Text] = AnswerFormCards.Empty } : new Dictionary<string, string>();

    public static Decision Decide(FormSubmitted submitted, Situation now) => ReviewTurn.With(submitted, now, turn =>
    {
        var answer = new Answer(AskedFor(turn.Review, submitted.Context, submitted.Place), TextOf(submitted), submitted.By, submitted.At, null);
        return turn.Changed(Interview.With(turn.Review, answer), turn.InThread(ReviewCards.Said(answer)));
    });

    /// <summary>The question under which the form was opened, even when another one stands by now.</summary>
    private static QuestionKind? AskedFor(Postmortem review, string context, Place place) =>
        ReviewButton.TryParse(place.Channel.Workspace, context) is { } button && button.Asking > 0 && button.Asking <= review.Askings.Count ? review.Askings[button.Asking - 1].Question : null;

    private static string TextOf(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Text, "").Trim();
}
