using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Publishes what was reviewed and keeps it as a version: the file in the room, a card in the channel for it; of a private incident in its room only.</summary>
public static class PublishPostmortem
{
    public static Decision Decide(ChatEvent said, Situation now) => ReviewTurn.With(said, now, turn =>
    {
        if (PostmortemLifecycle.Refuses(turn.Review.Status, PostmortemStatus.Published) is { } why) return turn.Refuse(RichText.Sentence(why, now.CommandPrefix));
        if (turn.Incident.IsOpen) return turn.Refuse(ReviewWorkflowCards.OpenAgain(turn.Incident, now.CommandPrefix));
        if (turn.Incident.RoomGone && !turn.IsHome) return turn.Refuse(ReviewWorkflowCards.NowhereToPublish(turn.Incident, now.CommandPrefix));
        if (PublishGate.RefusesToPublish(turn.Incident, said, now) is { } required) return required;
        if (Outdated(turn) is { } asked) return asked;
        var publication = new Publication(turn.Review.Publications.Count + 1, said.At, said.By);
        var published = turn with { Review = turn.Review with { Status = PostmortemStatus.Published, PublishedAt = said.At, Publications = [.. turn.Review.Publications, publication] } };
        var draft = Draft.Of(published).Since(now.PublishedVersion);
        return new Decision
        {
            Save = [published.Review, FreezeVersion.Of(draft, publication)],
            Record = [turn.Entry(ReviewWorkflowCards.PublishedEntry)],
            Say = [.. turn.UnsettledLuck, DraftPostmortem.File(published, draft, turn.Room, ReviewWorkflowCards.PublishedFile(draft, publication, now.Settings.Blameless.PublishRoles)), .. published.DraftHead, published.Head, .. Announced(draft, publication, now.Settings)],
        }.And(StartReview.Wanted(turn)).And(PublishGate.Passed(turn));
    });

    /// <summary>What was changed beside the review after somebody had approved: they are asked again first. Null where every approval holds.</summary>
    private static Decision? Outdated(ReviewTurn turn)
    {
        var review = AskAgain.Outdated(turn.Review, DraftContent.Of(turn));
        if (review == turn.Review) return null;
        var reopened = turn with { Review = review };
        VoidApproval[] asked = [.. review.VoidApprovals.Where(before => turn.Review.Approvals.Any(before.Approval.Is))];
        return turn.Refuse(ReviewWorkflowCards.ApprovedOtherwise(turn.Incident, asked, turn.Now.CommandPrefix)).And(new() { Save = [review], Say = [.. AskAgain.Said(reopened, turn.Review)] });
    }

    private static IEnumerable<Saying> Announced(Draft draft, Publication publication, BotSettings settings) => settings.PublishChannel is { } channel && !draft.Incident.Private
        ? [new Say(new(new(draft.Incident.Id.Workspace, channel)), ReviewWorkflowCards.Announcement(draft, publication), CardKeys.Published(draft.Incident.Id))]
        : [];
}
