using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Somebody whose approval is waited for left the room: the review hears of it, with the way to ask somebody else. Nobody is struck off without a word.</summary>
public static class MissReviewer
{
    public static Decision Decide(PersonLeft left, Situation now)
    {
        if (now is not { Incident: { } incident, Postmortem: { Status: PostmortemStatus.InReview } review } || !incident.LivesUnder(left.Place)) return Decision.Nothing;
        if (review.Reviewers.All(reviewer => reviewer.Ref != left.By.Ref) || review.Approvals.Any(approval => approval.By.Ref == left.By.Ref)) return Decision.Nothing;
        var others = review.Reviewers.Where(reviewer => reviewer.Ref != left.By.Ref).ToList();
        return new() { Say = [new ReviewTurn(left, incident, review, now).InThread(Card.Of(ReviewWorkflowCards.ReviewerLeft(left.By, others, incident.Private, now.CommandPrefix)))] };
    }
}
