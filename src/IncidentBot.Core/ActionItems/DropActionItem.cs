using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>Gives an item up, for a reason that stays on record.</summary>
public static class DropActionItem
{
    private const string Reason = "reason";

    public static FormUse Form { get; } = new(ActionItemButtons.Drop, Open, Check, Decide) { Needs = AskedItem.NeedsOf };

    public static Decision Decide(Call call, Situation now)
    {
        var (label, reason) = AskedItem.Split(call.Words);
        if (label.Length == 0) return call.Refuse(ActionItemCards.WhichIsDropped(now.CommandPrefix));
        return AskedItem.Decide(call.Said, label, now, (item, incident) => Drop(item, incident, call.Said, reason, now));
    }

    /// <summary>Where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) =>
        AskedItem.Decide(pressed, pressed.Value, now, (item, _) => ReopenActionItem.Offer(pressed, item, ActionItemCards.ClosedSentence(item)));

    /// <summary>For a reply of the review that was deleted. An item that is closed already stays as it is.</summary>
    public static Decision From(ActionItem item, Incident incident, ChatEvent said, string reason) =>
        ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Dropped) is null
            ? ChangedItem.Of(Dropped(item, said, reason), incident, said, ActionItemCards.DroppedEntry(item, reason))
            : Decision.Nothing;

    internal static Decision Drop(ActionItem item, Incident incident, ChatEvent said, string reason, Situation now)
    {
        if (ActionItemLifecycle.Refuses(item.Status, ActionItemStatus.Dropped) is { } why) return ReopenActionItem.Offer(said, item, why);
        if (reason.Length == 0) return Decision.Refuse(said, ActionItemCards.ReasonMissing(item, now.CommandPrefix));
        if (reason.Length > ActionItemText.MostCharacters) return Decision.Refuse(said, ActionItemCards.ReasonTooLong(reason.Length));
        var dropped = Dropped(item, said, reason);
        return ChangedItem.Told(dropped, incident, said, now, ActionItemCards.DroppedEntry(item, reason), ActionItemCards.DroppedTold(dropped));
    }

    /// <summary>Why a form's reason is none; null when it is one.</summary>
    internal static string? RefusesReason(string reason) => reason.Length == 0 ? ActionItemFormCards.NoReason : reason.Length > ActionItemText.MostCharacters ? ActionItemCards.ReasonTooLong(reason.Length).ToPlainText() : null;

    private static Form? Open(FormOpening opening, Situation now) => now.ActionItem is { Status: ActionItemStatus.Open } item ? ActionItemFormCards.Drop(item, [new TextField(Reason, ActionItemFormCards.WhyDrop) { Required = true, MaxLength = ActionItemText.MostCharacters, Hint = ActionItemFormCards.StaysOnRecord }]) : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        RefusesReason(Given(submitted)) is { } why ? new() { [Reason] = why } : new Dictionary<string, string>();

    private static Decision Decide(FormSubmitted submitted, Situation now) =>
        AskedItem.Decide(submitted, submitted.Context, now, (item, incident) => Drop(item, incident, submitted, Given(submitted), now));

    private static string Given(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Reason, "").Trim();

    private static ActionItem Dropped(ActionItem item, ChatEvent said, string reason) =>
        item with { Status = ActionItemStatus.Dropped, ClosedBy = said.By, ClosedAt = said.At, DropReason = reason };
}
