using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.ActionItems;

/// <summary>An item as people see it, and what is said when it changes.</summary>
public static class ActionItemCards
{
    /// <summary>The card of one item: it stays where the item was added and shows how the item stands.</summary>
    public static Card Standing(ActionItem item, Incident incident, DateTimeOffset now)
    {
        var text = Of($"{Bold(item.Id.Label)} {item.Text}\n") + Details(item, item.SnoozedUntil(incident, now));
        return item.Status is ActionItemStatus.Open
            ? Card.Of(text, item.Owner is null ? [TakeButton(item), DoneButton(item), EditButton(item), ChangeButton(item.Id.Label)] : [DoneButton(item), EditButton(item), ChangeButton(item.Id.Label)])
            : Card.Of(text, ReopenButton(item));
    }

    /// <summary>One line of a list, with its age and what is left of its time in plain words.</summary>
    /// <param name="owner">False where everybody knows whose it is.</param>
    /// <param name="ofIncident">False where everybody knows of which incident it is.</param>
    public static RichText Line(ActionItem item, Incident incident, DateTimeOffset now, bool owner = true, bool ofIncident = true)
    {
        var parts = new List<RichText>();
        if (owner) parts.Add(item.Owner?.Name ?? "nobody yet");
        if (item.Priority is { } priority) parts.Add(priority.ToString());
        if (item.Status is not ActionItemStatus.Open) parts.Add(ClosedWords(item));
        else
        {
            if (item.Due is { } due) parts.Add(Words.Due(due, item.Today(incident, now)));
            parts.Add(Words.Age(now - item.AddedAt));
            if (item.SnoozedUntil(incident, now) is { } until) parts.Add(SnoozeCards.Until(until));
        }
        if (ofIncident) parts.Add(incident.Id.Label);
        if (item.Ticket is { } ticket) parts.Add(Of($"{Link(ticket, "ticket")}"));
        return Of($"{Bold(item.Id.Label)} {item.Text} — ") + Joined(parts);
    }

    public static Button DoneButton(ActionItem item, bool named = false) => new(ActionItemButtons.Done, named ? $"{item.Id.Label} is done" : "Done", item.Id.Label);

    public static Button TakeButton(ActionItem item, bool named = false) => new(ActionItemButtons.Take, named ? $"Take {item.Id.Label}" : "Take it", item.Id.Label);

    public static Button ReopenButton(ActionItem item) => new(ActionItemButtons.Reopen, "Reopen", item.Id.Label);

    /// <summary>What the owner of one item may want, without a way through a list.</summary>
    public static IEnumerable<Button> OwnerButtons(ActionItem item) =>
    [
        DoneButton(item),
        new(ActionItemButtons.Snooze, "Snooze a week", item.Id.Label),
        HandOverButton(item),
        new(ActionItemButtons.Drop, "Drop…", item.Id.Label),
    ];

    public static Button HandOverButton(ActionItem item) => new(ActionItemButtons.HandOver, "Hand over…", item.Id.Label);

    /// <summary>As <see cref="ChangeButton"/>, where there are several.</summary>
    public static Button ChangeNamed(ActionItem item) => new(ActionItemButtons.Change, $"Change {item.Id.Label}…", item.Id.Label);

    /// <param name="about">An item, or <see cref="ChangeActionItem.Mine"/>.</param>
    public static Button ChangeButton(string about) => new(ActionItemButtons.Change, "Snooze, hand over or drop…", about);

    private static Button EditButton(ActionItem item) => new(ActionItemButtons.Open, "Edit", item.Id.Label);

    public static string Added(ActionItem item) => $"{item.Id.Label} added: {item.Text} ({Details(item)})";

    public static string Edited(ActionItem item) => $"{item.Id.Label} changed: {item.Text} ({Details(item)})";

    public static string TakenEntry(ActionItem item) => $"{item.Id.Label} taken by {item.Owner?.Name}: {item.Text}";

    public static RichText TakenTold(ActionItem item) => Of($"{Bold(item.Id.Label)} is yours now: {item.Text}");

    public static string DoneEntry(ActionItem item, string remark) => $"{item.Id.Label} done: {item.Text}{After(remark)}";

    public static RichText DoneTold(ActionItem item, string remark) => Of($"✅ {Bold(item.Id.Label)} is done, says {item.ClosedBy?.Name}: {item.Text}{After(remark)}");

    public static string DroppedEntry(ActionItem item, string reason) => $"{item.Id.Label} dropped: {item.Text}. Reason: {reason}";

    public static RichText DroppedTold(ActionItem item) => Of($"{Bold(item.Id.Label)} was dropped by {item.ClosedBy?.Name}: {item.Text}\nReason: {item.DropReason}");

    public static string ReopenedEntry(ActionItem item) => $"{item.Id.Label} opened again: {item.Text}";

    public static RichText ReopenedTold(ActionItem item, Person by) => Of($"{Bold(item.Id.Label)} was opened again by {by.Name}: {item.Text}");

    public static string ClosedSentence(ActionItem item) => item.Status switch
    {
        ActionItemStatus.Open => "It is open.",
        ActionItemStatus.Done => "It is done. If it is not, reopen it first.",
        ActionItemStatus.Dropped => "It was dropped. If it is wanted after all, reopen it first.",
    };

    public static RichText Refused(ActionItem item, string why) => item.Status is ActionItemStatus.Open
        ? Of($"{Bold(item.Id.Label)} {item.Text}: {why}")
        : Of($"{Bold(item.Id.Label)} {item.Text} — {ClosedWords(item)}. {why}");

    public static RichText AlreadyYours(ActionItem item) => Of($"{Bold(item.Id.Label)} is yours already.");

    public static RichText AlreadyTaken(ActionItem item, Person owner) => Of($"{Bold(item.Id.Label)} has been taken by {owner.Name}. If it changes hands, press Edit on its card.");

    public static RichText OwnerOutside(ActionItem item, Person owner) =>
        Of($"{owner.Name} is not in the room of this private incident, so nobody is reminded of {Bold(item.Id.Label)}. Invite {owner.Name}, or press Edit to choose another owner.");

    public static RichText Unknown(ActionItemId id, string prefix) => Of($"There is no action item {Code(id.Label)} that you can see. {Code($"{prefix} actions")} lists them.");

    public static RichText NotAnId(string label, string prefix) => Of($"{Code(Excerpt.Of(label, 40))} is not the id of an action item. They look like {Code("A-7")}; {Code($"{prefix} actions")} lists them.");

    public static RichText WhichIsDone(string prefix) => Of($"Which one is done? Write {Code($"{prefix} done A-7")}; {Code($"{prefix} actions")} lists them.");

    public static RichText WhichIsDropped(string prefix) => Of($"Which one, and why? Write {Code($"{prefix} drop A-7 replaced by the new deploy tool")}; {Code($"{prefix} actions")} lists them.");

    public static RichText OneAtATime(string prefix) => Of($"One at a time, please: {Code($"{prefix} done A-7")}, then the next.");

    public static RichText ReasonMissing(ActionItem item, string prefix) => Of($"Why is {Bold(item.Id.Label)} no longer needed? The reason stays on record: {Code($"{prefix} drop {item.Id.Label} replaced by the new deploy tool")}");

    public static RichText ReasonTooLong(int length) => Of($"A reason has at most {ActionItemText.MostCharacters} characters, and this has {length}. Please shorten it.");

    internal static RichText Joined(IEnumerable<RichText> parts) => parts.Aggregate((left, right) => left + Of($" · ") + right);

    private static RichText Details(ActionItem item, DateOnly? snoozedUntil = null)
    {
        List<RichText> parts = [item.Owner is { } owner ? Of($"{owner}") : "nobody owns it yet"];
        if (item.Priority is { } priority) parts.Add(priority.ToString());
        if (item.Due is { } due) parts.Add($"due {Words.Date(due)}");
        if (item.Status is ActionItemStatus.Open && snoozedUntil is { } until) parts.Add(SnoozeCards.Until(until));
        if (item.Ticket is { } ticket) parts.Add(Of($"{Link(ticket, "ticket")}"));
        if (item.Status is not ActionItemStatus.Open) parts.Add(ClosedWords(item));
        return Joined(parts);
    }

    private static string ClosedWords(ActionItem item) => item.Status switch
    {
        ActionItemStatus.Open => "open",
        ActionItemStatus.Done => $"✅ done by {item.ClosedBy?.Name}",
        ActionItemStatus.Dropped => $"dropped by {item.ClosedBy?.Name}: {item.DropReason}",
    };

    private static string After(string remark) => remark.Length == 0 ? "" : $" — {remark}";
}
