using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Approves the draft, by somebody who was asked to. The last approval makes it Reviewed. Who has open comments of their own, or has not seen how it reads now, is asked first.</summary>
public static class ApprovePostmortem
{
    public static Decision Decide(ChatEvent said, Situation now) => ReviewTurn.With(said, now, turn => Refuses(turn) ?? Asks(turn) ?? Approve(turn));

    /// <summary>The open comments may stay open.</summary>
    public static Decision Anyway(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn => Refuses(turn) ?? Approve(turn));

    private static Decision? Refuses(ReviewTurn turn)
    {
        var (review, by, prefix) = (turn.Review, turn.Said.By.Ref, turn.Now.CommandPrefix);
        if (review.Approvals.Any(approval => approval.By.Ref == by)) return turn.Refuse(ReviewWorkflowCards.AlreadyApproved);
        if (PostmortemLifecycle.Refuses(review.Status, PostmortemStatus.Reviewed) is { } why) return turn.Refuse(RichText.Sentence(why, prefix));
        if (review.Reviewers.All(person => person.Ref != by)) return turn.Refuse(ReviewWorkflowCards.NotAReviewer(review, prefix));
        return SelfApproval.Is(review, review.Reviewers, turn.Now.Settings.Postmortems) ? turn.Refuse(ReviewWorkflowCards.WroteItAlone(turn.Incident, prefix)) : null;
    }

    private static Decision? Asks(ReviewTurn turn)
    {
        var (incident, review, by) = (turn.Incident, turn.Review, turn.Said.By.Ref);
        ReviewComment[] own = [.. CommentList.Open(review).Where(comment => comment.By.Ref == by)];
        if (own.Length > 0) return Asked(CommentCards.OnlyAfter(incident, own));
        return Unseen(turn) is { Count: > 0 } unseen ? Asked(ReviewWorkflowCards.HasMovedOn(incident, unseen, turn.Now.CommandPrefix)) : null;

        Decision Asked(RichText why) => new() { Say = [new Whisper(turn.Said.Place, by, Card.Of(why, ReviewWorkflowCards.ApproveAnywayButton(incident)))] };
    }

    /// <summary>What has changed since the draft was posted, or since they approved before; save what they were told of.</summary>
    private static IReadOnlyList<DraftPart> Unseen(ReviewTurn turn)
    {
        var now = DraftContent.Of(turn);
        return turn.Review.VoidApprovals.FirstOrDefault(before => before.Approval.By.Ref == turn.Said.By.Ref) is { } told
            ? [.. DraftContent.Differing(told.Approval.Saw, now).Except(told.Changed)]
            : DraftContent.Differing(turn.Review.DraftTold, now);
    }

    private static Decision Approve(ReviewTurn turn)
    {
        var (said, seen) = (turn.Said, DraftContent.Of(turn));
        var review = AskAgain.Outdated(turn.Review, seen);
        IReadOnlyList<Approval> approvals = [.. review.Approvals, new(said.By, said.At) { Saw = seen }];
        var waiting = review.Reviewers.Where(person => approvals.All(approval => approval.By.Ref != person.Ref)).ToList();
        var approved = turn with
        {
            Review = review with
            {
                Approvals = approvals,
                VoidApprovals = [.. review.VoidApprovals.Where(before => before.Approval.By.Ref != said.By.Ref)],
                Status = waiting.Count == 0 ? PostmortemStatus.Reviewed : PostmortemStatus.InReview,
            },
        };
        return new()
        {
            Save = [approved.Review],
            Record = waiting.Count == 0 ? [turn.Entry(ReviewWorkflowCards.ReviewedEntry)] : [],
            Say = [turn.InThread(ReviewWorkflowCards.Approved(turn.Incident, said.By, waiting)), .. approved.DraftHead, approved.Head, .. Told(turn), .. AskAgain.Said(approved, turn.Review)],
        };
    }

    private static IEnumerable<Saying> Told(ReviewTurn turn) => turn.Review.VoidApprovals.FirstOrDefault(before => before.Approval.By.Ref == turn.Said.By.Ref) is { } before
        ? [AskAgain.Message(turn.Incident, before, Card.Of(ReviewWorkflowCards.ApprovalHeard(turn.Incident)))]
        : turn.IsHome ? [] : [new Whisper(turn.Said.Place, turn.Said.By.Ref, Card.Of(ReviewWorkflowCards.ApprovalHeard(turn.Incident)))];
}
