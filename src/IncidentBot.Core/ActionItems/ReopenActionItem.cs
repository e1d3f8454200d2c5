using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.ActionItems;

/// <summary>Opens a done or dropped item again; a button on everything that says it is closed.</summary>
public static class ReopenActionItem
{
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedItem.Decide(pressed, pressed.Value, now, (item, incident) =>
    {
        if (ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Open) is { } why) return Decision.Refuse(pressed, ActionItemCards.Refused(item, why));
        var open = Opened(item, pressed.At);
        return ChangedItem.Told(open, incident, pressed, now, ActionItemCards.ReopenedEntry(open), ActionItemCards.ReopenedTold(open, pressed.By));
    });

    /// <summary>The item as it stands from then on: owed anew, and nothing of how it was closed.</summary>
    internal static ActionItem Opened(ActionItem item, DateTimeOffset at) =>
        item with { Status = ActionItemStatus.Open, ClosedBy = null, ClosedAt = null, DropReason = null, OwedFrom = at, FollowUp = item.FollowUp with { SnoozedUntil = null, SnoozesInARow = 0 } };

    /// <summary>Says why a closed item cannot be closed again, with the button that opens it.</summary>
    internal static Decision Offer(ChatEvent said, ActionItem item, string why) =>
        new() { Say = [new Whisper(said.Place, said.By.Ref, Card.Of(ActionItemCards.Refused(item, why), ActionItemCards.ReopenButton(item)))] };
}
