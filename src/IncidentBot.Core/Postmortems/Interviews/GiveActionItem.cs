using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>In the last part of the review each reply is one action item; editing the reply edits it, deleting the reply drops it.</summary>
public static class GiveActionItem
{
    public static Decision Decide(ReviewTurn turn, Reply reply) => Read(reply, turn.Said.At) switch
    {
        ActionItemReading.Item written => Changed(turn, AddActionItem.From(written, turn.Said, turn.Incident, turn.Now, reply.Message))
            .And(new() { Say = [new React(reply.Message, AnswerReview.Heard)] }),
        ActionItemReading.Refused refused => turn.Refuse(ReviewCards.NotReadAsItem(refused.Sentence)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Decision Edited(ReviewTurn turn, Reply reply, ActionItem item) => Read(reply, turn.Said.At) switch
    {
        ActionItemReading.Item written => Changed(turn, EditActionItem.From(written, item, turn.Incident, turn.Said)),
        ActionItemReading.Refused refused => turn.Refuse(ReviewCards.ItemStays(item, refused.Sentence)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Decision Deleted(ReviewTurn turn, ActionItem item) => Changed(turn, DropActionItem.From(item, turn.Incident, turn.Said, ReviewCards.ReplyDeleted));

    private static Decision Changed(ReviewTurn turn, Decision decided) => AskAgain.After(decided, turn.Said, turn.Now with { Postmortem = turn.Review }, DraftPart.ActionItems);

    /// <summary>The reply that it came from was deleted: like a deleted answer, it is no part of the postmortem.</summary>
    public static bool TookBack(ActionItem item) => item is { Status: ActionItemStatus.Dropped, Source: not null, DropReason: ReviewCards.ReplyDeleted };

    private static ActionItemReading Read(Reply reply, DateTimeOffset at) => ActionItemText.Read(reply.Text, reply.Mentions, Zones.DateIn(at, reply.By.TimeZone));
}
