using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>What was approved has changed: the approvals are void, and who gave them is asked once more, by one message that grows with what changes.</summary>
/// <remarks>What comes through the review is noticed at once; what changes elsewhere (a title, a milestone, an item's card) when somebody approves, asks for a review or publishes.</remarks>
public static class AskAgain
{
    /// <summary>The review as it is after a change of these parts. A published one goes on as its next version.</summary>
    public static Postmortem Of(Postmortem changed, IReadOnlyList<DraftPart> parts)
    {
        if (parts.Count == 0) return changed;
        changed = changed with { DraftIsOld = changed.Drafts > 0 };
        return changed.Status switch
        {
            PostmortemStatus.InWriting => changed,
            PostmortemStatus.InReview or PostmortemStatus.Reviewed => changed with
            {
                Status = PostmortemStatus.InReview,
                Approvals = [],
                VoidApprovals = [.. changed.VoidApprovals.Concat(changed.Approvals.Select(approval => new VoidApproval(approval, []))).Select(before => before with { Changed = [.. before.Changed.Union(parts).Order()] })],
            },
            PostmortemStatus.Published => changed with { Status = PostmortemStatus.InWriting, Approvals = [], VoidApprovals = [], PublishedAt = null },
        };
    }

    /// <summary>After a change of parts beside the answers, if it was one: approvals are asked for again, what is published stays so.</summary>
    public static Decision After(Decision changed, ChatEvent said, Situation now, params DraftPart[] parts) =>
        changed.Save.Count > 0 && now is { Incident: { } incident, Postmortem: { Status: PostmortemStatus.InReview or PostmortemStatus.Reviewed } review }
            ? changed.And(new ReviewTurn(said, incident, review, now).Changed(review, parts))
            : changed;

    /// <summary>The review with those approvals void whose givers saw something else.</summary>
    /// <param name="now">What it tells by now.</param>
    public static Postmortem Outdated(Postmortem review, IReadOnlyList<SeenPart> now)
    {
        VoidApproval[] outdated = [.. review.Approvals.Select(approval => new VoidApproval(approval, DraftContent.Differing(approval.Saw, now))).Where(approval => approval.Changed.Count > 0)];
        return outdated.Length == 0 ? review : review with
        {
            Status = PostmortemStatus.InReview,
            Approvals = [.. review.Approvals.Where(approval => !outdated.Any(old => old.Approval.Is(approval)))],
            VoidApprovals = [.. review.VoidApprovals.Where(before => outdated.All(old => old.Approval.By.Ref != before.Approval.By.Ref)), .. outdated],
        };
    }

    /// <summary>What is said of it, when anything is.</summary>
    public static IEnumerable<Saying> Said(ReviewTurn reopened, Postmortem before)
    {
        var asked = reopened.Review.VoidApprovals.Where(now => before.VoidApprovals.All(old => !old.Approval.Is(now.Approval) || old.Changed.Count < now.Changed.Count)).ToList();
        var lost = before.Approvals.Where(approval => !reopened.Review.Approvals.Any(approval.Is)).Select(approval => approval.By).ToList();
        var prefix = reopened.Now.CommandPrefix;
        RichText? line = (before.Status, before.Publications) switch
        {
            (PostmortemStatus.Published, [.., var last]) => VersionCards.Reopened(last, prefix),
            (PostmortemStatus.InReview or PostmortemStatus.Reviewed, _) when lost.Count > 0 => ReviewWorkflowCards.AskedAgain(lost, prefix),
            _ => null,
        };
        return
        [
            .. line is { } words ? [reopened.InThread(Card.Of(words)), .. reopened.DraftHead, reopened.Head] : Array.Empty<Saying>(),
            .. asked.Where(now => reopened.Incident.VisibleTo(now.Approval.By.Ref)).Select(now => Message(reopened.Incident, now, ReviewWorkflowCards.HasChanged(reopened.Incident, now, reopened.Forum))),
        ];
    }

    /// <summary>The one message to who approved before; said again, it is updated.</summary>
    public static SayDirectly Message(Incident incident, VoidApproval before, Card card) => new(before.Approval.By.Ref, card, CardKeys.AskedAgain(incident.Id, before.Approval));
}
