using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Postmortems;

public static class PostmortemCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("postmortem", "postmortem [review @a @b | approve | publish | version N | skip REASON]", "Starts, continues or shows the review; has it approved, published; or says why none is needed.", PostmortemCall.Decide)
            {
                Needs = PostmortemCall.NeedsOf,
                Examples = ["postmortem", "postmortem INC-3", "postmortem review @ana @ben", "postmortem approve", "postmortem publish", "postmortem version 1", "postmortem skip duplicate of INC-3"],
            },
        ],
        Buttons =
        [
            new(ReviewButton.Start, StartReview.Decide) { Needs = pressed => OfIncident(pressed) with { TimelineAtRest = true } },
            Step(ReviewButton.Next, Steer.Next, new() { Highlights = true }),
            Step(ReviewButton.Skip, Steer.Skip, new() { Highlights = true }),
            Step(ReviewButton.Back, Steer.Back, new() { Highlights = true }),
            Step(ReviewButton.Done, Steer.Done, new() { Timeline = true }),
            new(ReviewButton.Use, ConfirmKnown.Decide) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, new() { Highlights = true }) },
            new(ReviewButton.Answer, AnswerForm.NotOpened) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, new()), OpensForm = ReviewButton.Answer },
            new(ReviewButton.Time, StateTime.NotOpened) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, new()), OpensForm = ReviewButton.Time },
            new(ReviewButton.Approve, ApprovePostmortem.Decide) { Needs = pressed => OfIncident(pressed) with { TimelineAsHeard = true } },
            new(ReviewButton.ApproveAnyway, ApprovePostmortem.Anyway) { Needs = pressed => OfIncident(pressed) with { TimelineAsHeard = true } },
            new(ReviewButton.Comment, CommentForm.NotOpened) { Needs = OfIncident, OpensForm = ReviewButton.Comment },
            new(ReviewButton.ResolveComment, ResolveComment.Decide) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, new()) },
            new(ReviewButton.Publish, PublishPostmortem.Decide) { Needs = pressed => OfIncident(pressed) with { Timeline = true, PublishedVersion = 0 } },
            new(ReviewButton.Waive, WaivePostmortem.Decide) { Needs = OfIncident, OpensForm = ReviewButton.Waive },
        ],
        Forms = [StateTime.Form, WaivePostmortem.Form, CommentForm.Use, new(ReviewButton.Answer, AnswerForm.Open, AnswerForm.Check, AnswerForm.Decide) { ForTheRecord = true, Needs = (place, context) => ReviewButton.NeedsOf(place, context, new()) }],
    };

    private static ButtonUse Step(string action, Steer steer, Needs needs) =>
        new(action, (pressed, now) => SteerReview.Decide(pressed, now, steer)) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, needs) };

    private static Needs OfIncident(ButtonPressed pressed) =>
        new() { Incident = Incidents.IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value), Postmortem = true, ActionItems = true, Slos = SloScope.OfIncident };
}
