using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>Gives an item up, for a reason that stays on record.</summary>
public static class DropActionItem
{
    public static Decision Decide(Call call, Situation now)
    {
        var (label, reason) = AskedItem.Split(call.Words);
        if (label.Length == 0) return call.Refuse(ActionItemCards.WhichIsDropped(now.CommandPrefix));
        return AskedItem.Decide(call.Said, label, now, (item, incident) => Drop(item, incident, call.Said, reason, now));
    }

    /// <summary>For a reply of the review that was deleted. An item that is closed already stays as it is.</summary>
    public static Decision From(ActionItem item, Incident incident, ChatEvent said, string reason) =>
        ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Dropped) is null
            ? ChangedItem.Of(Dropped(item, said, reason), incident, said, ActionItemCards.DroppedEntry(item, reason))
            : Decision.Nothing;

    private static Decision Drop(ActionItem item, Incident incident, ChatEvent said, string reason, Situation now)
    {
        if (ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Dropped) is { } why) return ReopenActionItem.Offer(said, item, why);
        if (reason.Length == 0) return Decision.Refuse(said, ActionItemCards.ReasonMissing(item, now.CommandPrefix));
        if (reason.Length > ActionItemText.MostCharacters) return Decision.Refuse(said, ActionItemCards.ReasonTooLong(reason.Length));
        var dropped = Dropped(item, said, reason);
        return ChangedItem.Told(dropped, incident, said, now, ActionItemCards.DroppedEntry(item, reason), ActionItemCards.DroppedTold(dropped));
    }

    private static ActionItem Dropped(ActionItem item, ChatEvent said, string reason) =>
        item with { Status = ActionItemStatus.Dropped, ClosedBy = said.By, ClosedAt = said.At, DropReason = reason };
}
