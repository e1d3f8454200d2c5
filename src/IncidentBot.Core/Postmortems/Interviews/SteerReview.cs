using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>Moves the review on: next, skip, back, done; as a word in the thread or as a button.</summary>
public static class SteerReview
{
    public static Decision Decide(ReviewTurn turn, Steer steer) => steer switch
    {
        Steer.Next => Forward(turn, turn.Review),
        Steer.Skip => Forward(turn, turn.Review.Standing is { } question ? Interview.Skip(turn.Review, question) : turn.Review),
        Steer.Back => Back(turn),
        Steer.Done => Done(turn),
    };

    /// <summary>A press counts for the question under which the button stands; when two people press at once, one question is passed, not two.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now, Steer steer) => ReviewTurn.With(pressed, now, turn =>
        ReviewButton.TryParse(turn.Incident.Id.Workspace, pressed.Value)?.Asking == turn.Review.Askings.Count ? Decide(turn, steer) : turn.Refuse(ReviewCards.Passed(turn.Review.Standing, turn.Forum)));

    private static Decision Forward(ReviewTurn turn, Postmortem review)
    {
        if (review.Standing is not { } question) return AskQuestion.Decide(turn, Interview.FirstOpen(review));
        var following = review.Drafts > 0 ? Interview.OpenAfter(review, question) : Interview.After(question); // once there is a draft, people come back for what is missing
        return following is { } next ? AskQuestion.Decide(turn with { Review = review }, next) : turn.Refuse(ReviewCards.LastPart(turn.Forum));
    }

    private static Decision Back(ReviewTurn turn)
    {
        if (turn.Review.Standing is not { } question) return AskQuestion.Decide(turn, turn.Review.Askings.Select(asking => asking.Question).OfType<QuestionKind>().Last());
        return Interview.Before(question) is { } before ? AskQuestion.Decide(turn, before) : turn.Refuse(ReviewCards.FirstQuestion);
    }

    private static Decision Done(ReviewTurn turn)
    {
        var remind = turn.Review is { Standing: QuestionKind.ActionItems, ProcessReminded: false } && BugFixes.AreAll(turn.Now.ActionItems);
        if (!remind) return DraftPostmortem.Decide(turn);
        return new() { Save = [turn.Review with { ProcessReminded = true }], Say = [turn.InThread(Card.Of(ReviewCards.OnlyBugFixes(turn.Forum)))] };
    }
}
