using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Asks people to review the draft. Naming people again replaces who was asked; naming nobody asks the same ones.</summary>
public static class AskForReview
{
    public static Decision Decide(Call call, Situation now) => ReviewTurn.With(call.Said, now, turn =>
    {
        var (incident, review) = (turn.Incident, turn.Review);
        if (review.DraftedAt is null) return call.Refuse(ReviewCards.NoDraftYet(turn.Forum));
        if (PostmortemLifecycle.Refuses(review.Status, PostmortemStatus.InReview) is { } why) return call.Refuse(RichText.Sentence(why, now.CommandPrefix));
        IReadOnlyList<Person> reviewers = call.Mentions.Count > 0 ? [.. call.Mentions.DistinctBy(person => person.Ref)] : review.Reviewers;
        if (reviewers.Count == 0) return call.Refuse(ReviewWorkflowCards.NameReviewers(now.CommandPrefix));
        if (reviewers.FirstOrDefault(person => !incident.VisibleTo(person.Ref)) is { } stranger) return call.Refuse(ReviewWorkflowCards.NotInPrivateRoom(stranger));
        if (SelfApproval.Is(review, reviewers, now.Settings.Postmortems)) return call.Refuse(ReviewWorkflowCards.WroteItAlone(review.Authors[0], now.CommandPrefix));
        var asked = Redrafted(turn, fresh => Ask(fresh, call.By, reviewers));
        return asked.Save.Count > 0 ? asked.And(StartReview.Wanted(turn)) : asked;
    });

    private static Decision Ask(ReviewTurn turn, Person by, IReadOnlyList<Person> reviewers)
    {
        var (incident, review, prefix) = (turn.Incident, AskAgain.Outdated(turn.Review, DraftContent.Of(turn)), turn.Now.CommandPrefix);
        IReadOnlyList<Approval> approvals = [.. review.Approvals.Where(approval => reviewers.Any(person => person.Ref == approval.By.Ref))];
        var waiting = reviewers.Where(person => approvals.All(approval => approval.By.Ref != person.Ref)).ToList();
        var status = waiting.Count == 0 ? PostmortemStatus.Reviewed : PostmortemStatus.InReview; // who has not approved may have been left out
        if (status == review.Status && waiting.Count == 0) return turn.Refuse(ReviewWorkflowCards.AllApproved(prefix));
        var then = turn with { Review = review with { Status = status, Reviewers = reviewers, Approvals = approvals, VoidApprovals = [.. review.VoidApprovals.Where(before => reviewers.Any(person => person.Ref == before.Approval.By.Ref))] } };
        return new()
        {
            Save = [then.Review],
            Record = waiting.Count == 0 ? [turn.Entry(ReviewWorkflowCards.ReviewedEntry)] : [],
            Say =
            [
                turn.InThread(waiting.Count == 0 ? Card.Of(ReviewWorkflowCards.AllApproved(prefix), ReviewWorkflowCards.PublishButton(incident)) : ReviewWorkflowCards.Asked(incident, by, waiting)),
                .. waiting.Select(person => new SayDirectly(person.Ref, ReviewWorkflowCards.PleaseReview(incident, by, turn.Forum))),
                .. then.DraftHead,
                then.Head,
            ],
        };
    }

    /// <summary>Nobody is asked to read what is out of date: where something has changed since, the draft is posted anew first.</summary>
    private static Decision Redrafted(ReviewTurn turn, Func<ReviewTurn, Decision> then)
    {
        if (turn.Review.Standing is not null || !(turn.Review.DraftIsOld || DraftContent.Differing(turn.Review.DraftTold, DraftContent.Of(turn)).Count > 0)) return then(turn);
        var redrafted = DraftPostmortem.Decide(turn);
        if (redrafted.Save.OfType<Postmortem>().FirstOrDefault() is not { } fresh || fresh.Drafts == turn.Review.Drafts) return then(turn);
        var asked = then(turn with { Review = fresh });
        return asked.Save.Count > 0 ? (redrafted with { Save = [] }).And(asked) : asked;
    }
}
