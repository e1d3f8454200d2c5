using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

public static class ActionItemCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            IncidentCommand.Of("action", "action TEXT [@owner] [p0…p3] [due DATE] [URL]", "Adds an action item to the incident; without words it opens a form.", AddActionItem.Decide) with
            {
                Needs = call => Addressed.NeedsOf(call) with { Counters = true },
                ForTheRecord = true,
                OpensForm = call => Addressed.Stripped(call).Words.Length == 0 ? ActionItemButtons.Open : null,
                Examples = [$"action {ActionItemTextCards.Example}", "action Write the failover runbook due in 2 weeks https://tickets.example/OPS-7"],
            },
            new("actions", "actions [mine|overdue|all]", "Lists action items: of this incident, yours, the overdue ones, or all.", ListActionItems.Decide)
            {
                Needs = ListActionItems.NeedsOf,
                Examples = ["actions mine", "actions overdue"],
            },
            new("done", "done A-7", "Marks an action item as done.", FinishActionItem.Decide)
            {
                Needs = call => AskedItem.NeedsOf(call.Place, call.Words),
                Examples = ["done A-7", "done A-7 shipped with release 4711"],
            },
            new("drop", "drop A-7 REASON", "Gives an action item up; the reason stays on record.", DropActionItem.Decide)
            {
                Needs = call => AskedItem.NeedsOf(call.Place, call.Words),
                Examples = ["drop A-7 replaced by the new deploy tool"],
            },
            new("snooze", "snooze A-7 [until DATE]", "No reminders of an action item for a week, or until a day.", SnoozeActionItem.Decide)
            {
                Needs = call => AskedItem.NeedsOf(call.Place, call.Words),
                Examples = ["snooze A-7", "snooze A-7 until friday", "snooze A-7 2 weeks"],
            },
            new("hand", "hand A-7 @user", "Hands an action item over; the new owner is told directly.", HandOverActionItem.Decide)
            {
                Aliases = ["handover"],
                Needs = call => AskedItem.NeedsOf(call.Place, call.Words),
                Examples = ["hand A-7 @ben", "hand A-7 me"],
            },
        ],
        Buttons =
        [
            new(ActionItemButtons.Done, FinishActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value) },
            new(ActionItemButtons.Take, TakeActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value) },
            new(ActionItemButtons.Reopen, ReopenActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value) },
            new(ActionItemButtons.Snooze, SnoozeActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value) },
            new(ActionItemButtons.HandOver, HandOverActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value), OpensForm = ActionItemButtons.HandOver },
            new(ActionItemButtons.Drop, DropActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value), OpensForm = ActionItemButtons.Drop },
            new(ActionItemButtons.Change, ChangeActionItem.Decide) { Needs = pressed => AskedItem.NeedsOf(pressed.Place, pressed.Value), OpensForm = ActionItemButtons.Change },
            new(ActionItemButtons.Open, ActionItemForm.Decide) { Needs = pressed => ActionItemForm.NeedsOf(pressed.Place, pressed.Value), OpensForm = ActionItemButtons.Open },
        ],
        Messages = [new(ActionItemButtons.FromMessage, MakeActionItem.Decide)],
        Forms =
        [
            MakeActionItem.Form,
            HandOverActionItem.Form,
            DropActionItem.Form,
            ChangeActionItem.Form,
            new(ActionItemButtons.Open, ActionItemForm.Open, ActionItemForm.Check, ActionItemForm.Submitted) { ForTheRecord = true, Needs = ActionItemForm.NeedsOf },
        ],
    };
}
