using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Approves the draft, by somebody who was asked to. The last approval makes it Reviewed.</summary>
public static class ApprovePostmortem
{
    public static Decision Decide(ChatEvent said, Situation now) => ReviewTurn.With(said, now, turn =>
    {
        var review = turn.Review;
        if (review.Approvals.Any(approval => approval.By.Ref == said.By.Ref)) return turn.Refuse(ReviewWorkflowCards.AlreadyApproved);
        if (PostmortemLifecycle.Refuses(review.Status, PostmortemStatus.Reviewed) is { } why) return turn.Refuse(RichText.Sentence(why, now.CommandPrefix));
        if (review.Reviewers.All(person => person.Ref != said.By.Ref)) return turn.Refuse(ReviewWorkflowCards.NotAReviewer(review, now.CommandPrefix));

        IReadOnlyList<Approval> approvals = [.. review.Approvals, new(said.By, said.At)];
        var waiting = review.Reviewers.Where(person => approvals.All(approval => approval.By.Ref != person.Ref)).ToList();
        var approved = turn with { Review = review with { Approvals = approvals, Status = waiting.Count == 0 ? PostmortemStatus.Reviewed : PostmortemStatus.InReview } };
        return new()
        {
            Save = [approved.Review],
            Record = waiting.Count == 0 ? [turn.Entry(ReviewWorkflowCards.ReviewedEntry)] : [],
            Say = [turn.InThread(Card.Of(ReviewWorkflowCards.Approved(said.By, waiting))), .. approved.DraftHead, approved.Head, .. Told(turn)],
        };
    });

    private static IEnumerable<Saying> Told(ReviewTurn turn) =>
        turn.IsHome ? [] : [new Whisper(turn.Said.Place, turn.Said.By.Ref, Card.Of(ReviewWorkflowCards.ApprovalHeard(turn.Incident)))];
}
