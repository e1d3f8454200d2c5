using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>Marks an item as done.</summary>
public static class FinishActionItem
{
    /// <summary>Words after the id are kept as a remark: <c>done A-7 shipped in 4711</c>.</summary>
    public static Decision Decide(Call call, Situation now)
    {
        var (label, remark) = AskedItem.Split(call.Words);
        if (label.Length == 0) return call.Refuse(ActionItemCards.WhichIsDone(now.CommandPrefix));
        return AskedItem.NamesAnother(remark)
            ? call.Refuse(ActionItemCards.OneAtATime(now.CommandPrefix))
            : AskedItem.Decide(call.Said, label, now, (item, incident) => Done(item, incident, call.Said, remark, now));
    }

    public static Decision Decide(ButtonPressed pressed, Situation now) =>
        AskedItem.Decide(pressed, pressed.Value, now, (item, incident) => Done(item, incident, pressed, "", now));

    internal static Decision Done(ActionItem item, Incident incident, ChatEvent said, string remark, Situation now)
    {
        if (ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Done) is { } why) return ReopenActionItem.Offer(said, item, why);
        var done = item with { Status = ActionItemStatus.Done, ClosedBy = said.By, ClosedAt = said.At };
        return ChangedItem.Told(done, incident, said, now, ActionItemCards.DoneEntry(done, remark), ActionItemCards.DoneTold(done, remark));
    }
}
