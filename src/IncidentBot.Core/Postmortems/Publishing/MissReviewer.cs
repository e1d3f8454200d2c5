using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Somebody whose approval is waited for left the room: each review there that waits for it hears of it, with the way to ask somebody else. Nobody is struck off without a word.</summary>
public static class MissReviewer
{
    public static Decision Decide(PersonLeft left, Situation now) => new()
    {
        Say = [.. from incident in now.Incidents
                  where incident.LivesUnder(left.Place) && !incident.RoomGone
                  from review in now.Reviews
                  where review.Incident == incident.Id && review.Status is PostmortemStatus.InReview && WaitsFor(review, left.By)
                  select Missed(new(left, incident, review, now with { Incident = incident }))],
    };

    private static bool WaitsFor(Postmortem review, Person person) =>
        review.Reviewers.Any(reviewer => reviewer.Ref == person.Ref) && review.Approvals.All(approval => approval.By.Ref != person.Ref);

    private static Say Missed(ReviewTurn turn)
    {
        var others = turn.Review.Reviewers.Where(reviewer => reviewer.Ref != turn.Said.By.Ref).ToList();
        return turn.InThread(Card.Of(ReviewWorkflowCards.ReviewerLeft(turn.Said.By, others, turn.Incident, turn.Now.CommandPrefix)));
    }
}
