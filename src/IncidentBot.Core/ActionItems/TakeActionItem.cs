using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.ActionItems;

/// <summary>Makes the person who presses the owner of an item that nobody owns, or whose owner cannot be reached.</summary>
public static class TakeActionItem
{
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedItem.Decide(pressed, pressed.Value, now, (item, incident) =>
    {
        if (item.Status is not ActionItemStatus.Open) return ReopenActionItem.Offer(pressed, item, ActionItemCards.ClosedSentence(item));
        if (item.Owner is { } owner && (item.FollowUp.NotReached is null || owner.Ref == pressed.By.Ref)) return Decision.Refuse(pressed, owner.Ref == pressed.By.Ref ? ActionItemCards.AlreadyYours(item) : ActionItemCards.AlreadyTaken(item, owner));
        var taken = item.OwnedBy(pressed.By, pressed.At);
        return ChangedItem.Of(taken, incident, pressed, ActionItemCards.TakenEntry(taken))
            .And(new() { Say = [ChangedItem.Privately(pressed, ActionItemCards.TakenTold(taken))] });
    });
}
