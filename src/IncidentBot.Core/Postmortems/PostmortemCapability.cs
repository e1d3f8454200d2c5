using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems;

public static class PostmortemCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("postmortem", "postmortem [review @a @b | approve | publish]", "Starts, continues or shows the guided review; asks for a review, approves, publishes.", PostmortemCall.Decide)
            {
                Needs = PostmortemCall.NeedsOf,
                Examples = ["postmortem", "postmortem INC-3", "postmortem review @ana @ben", "postmortem approve", "postmortem publish"],
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
            new(ReviewButton.Approve, ApprovePostmortem.Decide) { Needs = OfIncident },
            new(ReviewButton.Publish, PublishPostmortem.Decide) { Needs = pressed => OfIncident(pressed) with { Timeline = true } },
        ],
        Forms = [new(ReviewButton.Answer, AnswerForm.Open, AnswerForm.Check, AnswerForm.Decide) { Needs = (place, context) => ReviewButton.NeedsOf(place, context, new()) }],
    };

    private static ButtonUse Step(string action, Steer steer, Needs needs) =>
        new(action, (pressed, now) => SteerReview.Decide(pressed, now, steer)) { Needs = pressed => ReviewButton.NeedsOf(pressed.Place, pressed.Value, needs) };

    private static Needs OfIncident(ButtonPressed pressed) =>
        new() { Incident = Incidents.IncidentId.TryParse(pressed.Place.Channel.Workspace, pressed.Value), Postmortem = true, ActionItems = true };
}
