using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>What was approved has changed: the approvals are void, and who gave them is asked once more, by one message that grows with what changes.</summary>
public static class AskAgain
{
    /// <summary>The review as it is after a change of these sections. A published one goes on as its next version.</summary>
    public static Postmortem Of(Postmortem changed, IReadOnlyList<QuestionKind> sections)
    {
        if (sections.Count == 0) return changed;
        changed = changed with { DraftIsOld = changed.Drafts > 0 };
        return changed.Status switch
        {
            PostmortemStatus.InWriting => changed,
            PostmortemStatus.InReview or PostmortemStatus.Reviewed => changed with
            {
                Status = PostmortemStatus.InReview,
                Approvals = [],
                VoidApprovals = [.. changed.VoidApprovals.Concat(changed.Approvals.Select(approval => new VoidApproval(approval, []))).Select(before => before with { Changed = [.. before.Changed.Union(sections).Order()] })],
            },
            PostmortemStatus.Published => changed with { Status = PostmortemStatus.InWriting, Approvals = [], VoidApprovals = [], PublishedAt = null },
        };
    }

    /// <summary>What is said of it, when anything is.</summary>
    public static IEnumerable<Saying> Said(ReviewTurn reopened, Postmortem before)
    {
        var asked = reopened.Review.VoidApprovals.Where(now => before.VoidApprovals.All(old => old.Approval != now.Approval || old.Changed.Count < now.Changed.Count)).ToList();
        var lost = before.Approvals.Select(approval => approval.By).ToList();
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
