using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>Changes what an item says: by its form, or by editing the reply of the review that gave it.</summary>
public static class EditActionItem
{
    /// <summary>As filled in: what was emptied is empty.</summary>
    public static Decision To(ActionItemReading.Item filledIn, ActionItem item, Incident incident, ChatEvent said)
    {
        var owned = filledIn.Owner?.Ref == item.Owner?.Ref ? item : item.OwnedBy(filledIn.Owner, said.At);
        var edited = owned with { Text = filledIn.Text, Owner = filledIn.Owner, Priority = filledIn.Priority, Due = filledIn.Due, Ticket = filledIn.Ticket };
        if (edited.Due != item.Due) edited = edited with { FollowUp = edited.FollowUp with { SnoozesInARow = 0 } };
        if (edited == item) return Decision.Nothing;
        var changed = ChangedItem.Of(edited, incident, said, ActionItemCards.Edited(edited));
        return edited.Owner?.Ref == item.Owner?.Ref ? changed : changed.And(new() { Say = ChangedItem.OwnerOutside(edited, incident, said) });
    }

    /// <summary>As the reply reads now. What it does not name stays: an owner may have taken the item since.</summary>
    public static Decision From(ActionItemReading.Item reply, ActionItem item, Incident incident, ChatEvent said) => To(
        reply with
        {
            Owner = reply.Owner ?? item.Owner,
            Priority = reply.Priority ?? item.Priority,
            Due = reply.Due ?? item.Due,
            Ticket = reply.Ticket ?? item.Ticket,
        },
        item, incident, said);
}
